import { beforeEach, describe, expect, it } from "vitest";
import { inSchool } from "@/lib/db/in-school";
import { newId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { aDelivery, setContactEmail } from "@/lib/testing/mail-factory";
import { aFamily, anAdmin, contextOf, type TestFamily } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, plusMinutes } from "@/lib/time/instant";
import { findMailBars } from "../choices/find-mail-bars";
import { liftSuppression } from "./lift-suppression";
import { listSuppressedPeople } from "./list-suppressed-people";
import { getSuppression, listSuppressions } from "./list-suppressions";
import { listUndelivered } from "./list-undelivered";

let school: TestSchool;
let family: TestFamily;
let ctx: SchoolContext;

beforeEach(async () => {
  school = await aSchool();
  family = await aFamily(school, { name: "Lindqvist" });
  ctx = contextOf(school, await anAdmin(school));
  await setContactEmail(family.guardian, "Ana@Family.example");
});

async function aStop(email: string, reason: "BOUNCE" | "COMPLAINT" = "BOUNCE"): Promise<string> {
  const id: string = newId();
  const row = { schoolId: school.id, id, email, reason, detail: "550 No" };
  await insertRow("mail_suppression", { ...row, createdAt: date(TEST_NOW) });
  return id;
}

function isStopped(email: string, accountMail = false): Promise<boolean> {
  const kind = accountMail ? "password-reset" : "booking-confirmed";
  const person = { personId: family.guardian.personId, email };
  return inSchool(ctx, async (db) => (await findMailBars(db, kind, [person])).size === 1);
}

describe("an address that mail must not go to", () => {
  it("gets none at all after a bounce, and only account mail after a complaint", async () => {
    await aStop("ana@family.example", "BOUNCE");
    await aStop("ben@family.example", "COMPLAINT");
    expect(await isStopped(" ANA@family.example")).toBe(true);
    expect(await isStopped("ana@family.example", true)).toBe(true);
    expect(await isStopped("ben@family.example")).toBe(true);
    expect(await isStopped("ben@family.example", true)).toBe(false);
    expect(await isStopped("cleo@family.example")).toBe(false);
  });

  it("gets mail again once an admin says so; that is in the audit trail once", async () => {
    const id = await aStop("ana@family.example");
    await Promise.all([liftSuppression(ctx, id), liftSuppression(ctx, id)]);
    await liftSuppression(ctx, id);
    expect(await isStopped("ana@family.example")).toBe(false);
    expect(await getSuppression(ctx, id)).toBeNull();
    const { rows } = await superuserQuery(
      "SELECT actor_id FROM audit_entry WHERE school_id = $1 AND subject_id = $2",
      [school.id, id],
    );
    const actor = ctx.actor.kind === "member" ? ctx.actor.personId : null;
    expect(rows).toEqual([{ actor_id: actor }]);
  });

  it("that does not exist cannot be let go", async () => {
    await expect(liftSuppression(ctx, newId())).rejects.toThrow(NotFound);
  });
});

describe("the list of stopped addresses", () => {
  it("says whose an address is, why and since when", async () => {
    const id = await aStop("ana@family.example");
    const { rows } = await listSuppressions(ctx, {});
    const page = `families/${family.id}`;
    const { personId } = family.guardian;
    expect(rows).toMatchObject([
      { id, email: "ana@family.example", reason: "BOUNCE", detail: "550 No", since: TEST_NOW },
    ]);
    expect(rows[0]?.owners).toMatchObject([{ personId, page }]);
    expect(await listSuppressedPeople(ctx, [personId])).toMatchObject([
      { personId, suppressionId: id, email: "ana@family.example" },
    ]);
  });

  it("never says with which address somebody signs in, nor finds it by searching", async () => {
    const { email } = family.guardian;
    const id = await aStop(email);
    const { rows } = await listSuppressions(ctx, {});
    expect(rows).toMatchObject([{ id, email: null, owners: [] }]);
    expect((await getSuppression(ctx, id))?.email).toBeNull();
    expect((await listSuppressions(ctx, { search: email })).rows).toEqual([]);
  });

  it("is searched by name and by address", async () => {
    await aStop("ana@family.example");
    await aStop("ben@family.example");
    const found = async (search: string) => (await listSuppressions(ctx, { search })).rows.length;
    expect(await found("ana@FAMILY")).toBe(1);
    expect(await found("lindqvist")).toBe(1);
    expect(await found("nobody")).toBe(0);
    expect(await found("  ")).toBe(2);
  });

  it("comes in pages that lead on and back", async () => {
    for (let n = 0; n < 30; n += 1) await aStop(`person${n}@family.example`);
    const first = await listSuppressions(ctx, {});
    const second = await listSuppressions(ctx, { after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 5, null]);
    const back = await listSuppressions(ctx, { before: second.previous });
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  });
});

describe("the list of mail that did not arrive", () => {
  it("has what failed, came back or waits too long, of the last 30 days, and nothing else", async () => {
    const { guardian } = family;
    const late = plusMinutes(TEST_NOW, -11);
    const failed = { state: "FAILED", lastError: "mail not sent: mail-refused (422)" } as const;
    await aDelivery(school, guardian, { ...failed, kind: "password-reset" });
    await aDelivery(school, guardian, { state: "PENDING", createdAt: late, kind: "invitation" });
    const back = await aDelivery(school, guardian, { kind: "booking-moved" });
    await superuserQuery("UPDATE delivery SET bounced_at = now() WHERE id = $1", [back.id]);
    await aDelivery(school, guardian);
    await aDelivery(school, guardian, { state: "PENDING" });
    const old = plusHours(TEST_NOW, -24 * 31);
    await aDelivery(school, guardian, { ...failed, createdAt: old });
    const { rows } = await listUndelivered(ctx, {});
    expect(rows.map(({ kind, trouble }) => `${kind} ${trouble}`)).toEqual([
      "booking-moved came-back",
      "invitation waiting",
      "password-reset failed",
    ]);
    expect(rows[2]).toMatchObject({
      recipient: `${guardian.givenName} Lindqvist`,
      lastError: failed.lastError,
    });
  });
});
