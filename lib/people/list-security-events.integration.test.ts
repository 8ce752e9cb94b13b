import { expect, it } from "vitest";
import { joinByInvitation } from "@/lib/auth/join-by-invitation";
import { linkToken } from "@/lib/link-token";
import type { SchoolContext } from "@/lib/school-context";
import { aFamily, anAdmin, contextOf, systemContextOf } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { addGuardian } from "./add-guardian";
import { invitePerson } from "./invite-person";
import { listSecurityEvents } from "./list-security-events";

const caller = { address: "198.51.100.9", device: "Safari on iPhone" };

it("An accepted invitation names who had sent it, where somebody of the school did", async () => {
  const school = await aSchool();
  const ctx = contextOf(school, await anAdmin(school, { givenName: "Ada", familyName: "Admin" }));
  const familyId = (await aFamily(school)).id;
  const accepted = async (by: SchoolContext, givenName: string) => {
    const person = { givenName, familyName: "Lee", email: `${givenName}@${school.slug}.example` };
    const { personId } = await addGuardian(ctx, { familyId, kind: "OTHER", person });
    const token = linkToken("invitation", await invitePerson(by, { personId }));
    const password = { way: "new", password: "four lemons dance slowly" } as const;
    await joinByInvitation({ token, caller, account: null, ...password }, TEST_NOW);
  };
  await accepted(ctx, "Sam");
  await accepted(systemContextOf(school), "Kim");
  const { rows } = await listSecurityEvents(ctx, {});
  const kind = "INVITATION_ACCEPTED";
  expect(rows).toMatchObject([
    { kind, person: "Kim Lee", by: "Kim Lee", invitedBy: null },
    { kind, person: "Sam Lee", by: "Sam Lee", invitedBy: "Ada Admin" },
  ]);
});
