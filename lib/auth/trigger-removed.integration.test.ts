import { expect, it } from "vitest";
import { useChangedCopy } from "@/lib/testing/database";
import { TEST_NOW } from "@/lib/testing/school-factory";

await useChangedCopy(`DROP TRIGGER "membership_change_ends_access" ON "membership"`);
const { askAs } = await import("@/lib/testing/ask-as");
const { aMember, anAdmin, contextOf } = await import("@/lib/testing/people-factory");
const { aSchool } = await import("@/lib/testing/school-factory");
const { anApiToken } = await import("@/lib/testing/session-factory");
const { changeRoles } = await import("./change-roles");

it("without the trigger a token would gain what its person gains: no use case ends it", async () => {
  const school = await aSchool();
  const teacher = await aMember(school, { roles: ["TEACHER"] });
  const token = await anApiToken(teacher, school);
  const admin = contextOf(school, await anAdmin(school));
  await changeRoles(admin, { personId: teacher.personId, roles: ["TEACHER", "ADMIN"] });
  const answer = await askAs(
    { authorization: `Bearer ${token}` },
    { slug: school.slug, now: TEST_NOW },
  );
  expect(answer).toMatchObject({
    status: "member",
    ctx: { actor: { roles: ["TEACHER", "ADMIN"] } },
  });
});
