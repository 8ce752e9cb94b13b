import { beforeEach, describe, expect, it } from "vitest";
import { getInvitation } from "@/lib/auth/get-invitation";
import { joinByInvitation } from "@/lib/auth/join-by-invitation";
import { requestPasswordReset } from "@/lib/auth/request-password-reset";
import type { FamilyId, PersonId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { addGuardian } from "./add-guardian";
import { changeGuardianKind } from "./change-guardian-kind";
import { getFamily } from "./get-family";
import { invitePerson } from "./invite-person";
import { listSecurityEvents } from "./list-security-events";
import { updateContact } from "./update-contact";

const SAM = { givenName: "Sam", familyName: "Lee", email: "sma@lee.example" };
const caller = { address: "198.51.100.61", device: "Safari on iPhone" };

let school: TestSchool;
let ctx: SchoolContext;
let familyId: FamilyId;
let personId: PersonId;
let token: string;

beforeEach(async () => {
  school = await aSchool();
  ctx = contextOf(school, await anAdmin(school));
  familyId = (await aFamily(school)).id;
  ({ personId } = await addGuardian(ctx, { familyId, kind: "OTHER", person: SAM }));
  token = linkToken("invitation", await invitePerson(ctx, { personId }));
});

function strangerJoins() {
  const password = "four lemons dance slowly";
  const way = { way: "new", password, account: null, caller } as const;
  return joinByInvitation({ ...way, token }, TEST_NOW);
}

async function correct(email: string): Promise<void> {
  await updateContact(ctx, { basedOn: AS_IT_STANDS, ...SAM, personId, email });
}

async function openInvitations(): Promise<number> {
  const sql = "SELECT 1 FROM invitation WHERE person_id = $1 AND revoked_at IS NULL";
  return (await superuserQuery(sql, [personId])).rowCount ?? 0;
}

describe("an invitation that went to a wrong address", () => {
  it("opens nothing to the stranger who has it once the address is corrected", async () => {
    await correct("sam@lee.example");
    await expect(strangerJoins()).rejects.toMatchObject({ code: "link-spent" });
    expect(await openInvitations()).toBe(0);
    const kinds = (await listSecurityEvents(ctx, {})).rows.map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["ADDRESS_CHANGED", "INVITATION_WITHDRAWN"]);
  });

  it("is offered anew by the screen, and works for the right address", async () => {
    await correct("sam@lee.example");
    const guardians = (await getFamily(ctx, familyId))?.guardians ?? [];
    const sam = guardians.find((guardian) => guardian.personId === personId);
    expect(sam?.signIn).toEqual({ kind: "none" });
    token = linkToken("invitation", await invitePerson(ctx, { personId }));
    await expect(strangerJoins()).resolves.toMatchObject({ slug: school.slug });
  });

  it("stays when nothing but the writing of the address changes", async () => {
    await correct(" SMA@lee.example".trim());
    expect(await getInvitation(token, TEST_NOW)).not.toBeNull();
  });

  it("opens nothing where the database was told by hand, either", async () => {
    await superuserQuery("UPDATE person SET email = 'x@lee.example' WHERE id = $1", [personId]);
    await expect(strangerJoins()).rejects.toMatchObject({ code: "link-spent" });
    expect(await openInvitations()).toBe(0);
  });

  it("opens nothing by the address alone, even where it was not withdrawn", async () => {
    await correct("sam@lee.example");
    await superuserQuery("UPDATE invitation SET revoked_at = NULL WHERE person_id = $1", [
      personId,
    ]);
    await expect(strangerJoins()).rejects.toMatchObject({ code: "link-spent" });
  });

  it("is withdrawn by every change of what kind of guardian it is for", async () => {
    await changeGuardianKind(ctx, { basedOn: AS_IT_STANDS, familyId, personId, kind: "PRIMARY" });
    expect(await openInvitations()).toBe(0);
  });
});

describe("of two at once", () => {
  it("invitations queue: each is answered, one stays open", async () => {
    const both = await Promise.allSettled([1, 2, 3].map(() => invitePerson(ctx, { personId })));
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await openInvitations()).toBe(1);
  });

  it("requests for a new password are counted one after another: five links, not more", async () => {
    const { email, userId } = await anAdmin(school);
    const asked = { email, device: caller.device };
    await Promise.all(Array.from({ length: 12 }, () => requestPasswordReset(asked, TEST_NOW)));
    const sql = "SELECT 1 FROM password_reset WHERE user_id = $1";
    expect((await superuserQuery(sql, [userId])).rowCount).toBe(5);
  });
});
