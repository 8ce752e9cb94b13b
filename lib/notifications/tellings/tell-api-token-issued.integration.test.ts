import { expect, it } from "vitest";
import { issueApiToken } from "@/lib/auth/issue-api-token";
import { superuserQuery } from "@/lib/testing/database";
import { anAdmin, systemContextOf } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { tellApiTokenIssued } from "./tell-api-token-issued";

it("A token that acts as a person is told to them, at the address that signs in", async () => {
  const school = await aSchool();
  const admin = await anAdmin(school);
  const wanted = { slug: school.slug, name: "Timetable", scope: "READ", days: 30 } as const;
  const { tokenId } = await issueApiToken({ email: admin.email }, wanted, TEST_NOW);
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = $2",
    [school.id, tellApiTokenIssued.event.name],
  );
  const { personId } = admin;
  expect(rows).toMatchObject([{ data: { personId, tokenId, name: "Timetable", scope: "READ" } }]);
  const event = rows[0] as Parameters<typeof tellApiTokenIssued.tell>[1];
  const told = await tellApiTokenIssued.tell(systemContextOf(school), event);
  expect(told).toMatchObject([{ recipient: { personId, email: admin.email } }]);
  expect(told[0]?.mail?.subject).toBe(`An API token for ${school.facts.name} was made`);
  expect(JSON.stringify(told[0]?.mail?.content)).toContain("“Timetable” was made on");
});
