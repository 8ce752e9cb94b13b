import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { makeUnsubscribeLink } from "@/lib/notifications/choices/make-unsubscribe-link";
import { setMailWanted } from "@/lib/notifications/choices/set-mail-wanted";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, systemContextOf, type TestMember } from "@/lib/testing/people-factory";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";

let server: RouteServer;
let school: TestSchool;
let ana: TestMember;

beforeAll(async () => {
  server = await serveRoutes("app/api/unsubscribe");
});
afterAll(() => server.stop());

beforeEach(async () => {
  school = await aSchool();
  ana = (await aFamily(school)).guardian;
});

const ONE_CLICK = new URLSearchParams({ "List-Unsubscribe": "One-Click" });

function addressOf(at: TestSchool, personId: string): string {
  const { headers } = makeUnsubscribeLink(at.id, personId, "lesson-reminder");
  const url = headers["List-Unsubscribe"].slice(1, -1);
  return `${server.url}${new URL(url).pathname}`;
}

async function press(address: string, body: BodyInit | null = ONE_CLICK): Promise<number> {
  return (await fetch(address, { method: "POST", body })).status;
}

async function optOuts() {
  const { rows } = await superuserQuery(
    "SELECT person_id, kind FROM mail_opt_out WHERE school_id = $1",
    [school.id],
  );
  return rows;
}

async function audit() {
  const { rows } = await superuserQuery(
    "SELECT action, actor_id, subject_id FROM audit_entry WHERE school_id = $1",
    [school.id],
  );
  return rows;
}

describe("one press in a mail program", () => {
  const off = () => [{ person_id: ana.personId, kind: "lesson-reminder" }];

  it("turns off that kind for that person, without sign-in", async () => {
    expect(await press(addressOf(school, ana.personId))).toBe(200);
    expect(await optOuts()).toEqual(off());
  });

  it("may come as multipart too", async () => {
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    expect(await press(addressOf(school, ana.personId), form)).toBe(200);
    expect(await optOuts()).toEqual(off());
  });

  it("is the same a second time, and ten times at once; it is in the audit trail once", async () => {
    const address = addressOf(school, ana.personId);
    const all = await Promise.all(Array.from({ length: 10 }, () => press(address)));
    expect(new Set([...all, await press(address)])).toEqual(new Set([200]));
    expect(await optOuts()).toEqual(off());
    const entry = { action: "notifications/mail.chosen", subject_id: ana.personId };
    expect(await audit()).toEqual([{ ...entry, actor_id: null }]);
  });

  it("can be taken back by the same link's page", async () => {
    await press(addressOf(school, ana.personId));
    const choice = { personId: ana.personId, kind: "lesson-reminder", wanted: true } as const;
    await setMailWanted(systemContextOf(school), choice);
    expect(await optOuts()).toEqual([]);
    expect(await audit()).toHaveLength(2);
  });
});

describe("what is no press", () => {
  it("following the link only leads to the page that asks", async () => {
    const address = addressOf(school, ana.personId);
    const reply = await fetch(address, { redirect: "manual" });
    expect(reply.status).toBe(303);
    const page = new URL(makeUnsubscribeLink(school.id, ana.personId, "lesson-reminder").pageUrl);
    expect(reply.headers.get("location")).toBe(page.pathname);
    expect(await optOuts()).toEqual([]);
  });

  it.each([
    ["no body", null],
    ["an empty form", new URLSearchParams()],
    ["another form", new URLSearchParams({ "List-Unsubscribe": "Yes" })],
    ["JSON", '{"List-Unsubscribe":"One-Click"}'],
    ["too much", new URLSearchParams({ "List-Unsubscribe": "One-Click", x: "x".repeat(20_000) })],
  ])("%s is refused", async (_what, body) => {
    expect(await press(addressOf(school, ana.personId), body)).toBe(400);
    expect(await optOuts()).toEqual([]);
  });
});

describe("whose mail a link reaches", () => {
  it("nobody's without our proof, whatever the link says", async () => {
    const token = addressOf(school, ana.personId).split("/").at(-1) ?? "";
    const [, proof = ""] = token.split(".");
    const facts = (text: string) => Buffer.from(text).toString("base64url");
    const own = `${school.id}:${ana.personId}`;
    for (const forged of [
      `${facts(`${own}:window-opened`)}.${proof}`,
      `${facts(`${own}:lesson-reminder`)}.`,
      facts(`${own}:lesson-reminder`),
      `${facts(`${own}:invitation`)}.${"A".repeat(43)}`,
      "x",
      "%00",
    ]) {
      expect(await press(`${server.url}/api/unsubscribe/${forged}`), forged).toBe(404);
    }
    expect(await optOuts()).toEqual([]);
  });

  it("not that of another school, nor of somebody who is gone", async () => {
    const elsewhere = await aSchool();
    expect(await press(addressOf(elsewhere, ana.personId))).toBe(404);
    expect(await press(addressOf(school, newId()))).toBe(404);
    expect(await press(addressOf({ ...school, id: newId() }, ana.personId))).toBe(404);
    expect(await optOuts()).toEqual([]);
  });

  it("mail that always goes out has no way out, even in a link that we would sign", async () => {
    const kind = "password-reset" as "lesson-reminder";
    const { headers } = makeUnsubscribeLink(school.id, ana.personId, kind);
    const { pathname } = new URL(headers["List-Unsubscribe"].slice(1, -1));
    expect(await press(`${server.url}${pathname}`)).toBe(404);
    expect(await optOuts()).toEqual([]);
  });
});
