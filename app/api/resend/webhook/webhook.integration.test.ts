import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import {
  aDelivery,
  mailMessage,
  PERMANENT,
  postWebhook,
  setContactEmail,
  TRANSIENT,
  type TestDelivery,
} from "@/lib/testing/mail-factory";
import { aFamily, anAdmin, contextOf, type TestMember } from "@/lib/testing/people-factory";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, plusMinutes, systemNow } from "@/lib/time/instant";

const SECRET = `whsec_${Buffer.from("a secret of these tests only").toString("base64")}`;
process.env.RESEND_WEBHOOK_SECRET = SECRET;
const { liftSuppression } = await import("@/lib/notifications/lift-suppression");

let server: RouteServer;
let school: TestSchool;
let ana: TestMember;
let mail: TestDelivery;
let address: string;

beforeAll(async () => {
  server = await serveRoutes("app/api/resend");
});
afterAll(() => server.stop());

beforeEach(async () => {
  await superuserQuery("UPDATE delivery SET state = 'SENT' WHERE state = 'PENDING'");
  school = await aSchool();
  ana = (await aFamily(school)).guardian;
  address = `ana-${newId().slice(-8)}@family.example`;
  await setContactEmail(ana, address);
  mail = await aDelivery(school, ana);
});

const post = (body: string, options: { id?: string; at?: ReturnType<typeof systemNow> } = {}) =>
  postWebhook(body, { url: server.url, secret: SECRET, ...options });

type Said = Partial<Parameters<typeof mailMessage>[0]>;

const bounce = (said: Said = {}) =>
  mailMessage({
    ...{ type: "email.bounced", mailId: mail.vendorId, to: address },
    ...{ more: PERMANENT, ...said },
  });
const complaint = (said: Said = {}) => bounce({ type: "email.complained", more: {}, ...said });

async function stopped(at: TestSchool = school) {
  const { rows } = await superuserQuery(
    "SELECT email, reason, detail, lifted_at FROM mail_suppression WHERE school_id = $1 ORDER BY id",
    [at.id],
  );
  return rows;
}

async function facts({ id }: TestDelivery = mail) {
  const { rows } = await superuserQuery(
    "SELECT delivered_at, bounced_at, complained_at FROM delivery WHERE id = $1",
    [id],
  );
  return rows[0];
}

async function outcomeOf(id: string): Promise<unknown> {
  const sql = "SELECT outcome FROM webhook_message WHERE vendor = 'resend' AND id = $1";
  const { rows } = await superuserQuery(sql, [id]);
  return rows[0]?.outcome ?? null;
}

describe("what becomes of a mail", () => {
  it("delivered is a fact of the mail and stops nothing", async () => {
    expect(await post(bounce({ type: "email.delivered", more: {} }))).toBe(200);
    expect(await facts()).toMatchObject({ delivered_at: expect.any(Date), bounced_at: null });
    expect(await stopped()).toEqual([]);
  });

  it("a mail that comes back for good stops its address in this school", async () => {
    expect(await post(bounce({ to: address.toUpperCase() }))).toBe(200);
    expect(await facts()).toMatchObject({ bounced_at: expect.any(Date) });
    const [row] = await stopped();
    expect(row).toMatchObject({ email: address, reason: "BOUNCE", detail: "550 No" });
  });

  it("a mailbox that is full today gets the next mail all the same", async () => {
    await post(bounce({ more: TRANSIENT }));
    expect(await facts()).toMatchObject({ bounced_at: expect.any(Date) });
    expect(await stopped()).toEqual([]);
  });

  it("a complaint stops the address, as a complaint", async () => {
    await post(complaint());
    expect(await stopped()).toMatchObject([{ email: address, reason: "COMPLAINT" }]);
  });

  it("mail about signing in stops the address that signs in", async () => {
    await post(bounce({ to: ana.email }));
    expect(await stopped()).toMatchObject([{ email: ana.email, reason: "BOUNCE" }]);
  });

  it("kinds of messages that we do not use are taken and change nothing", async () => {
    for (const type of ["email.opened", "contact.created", "something.new"]) {
      const id = `msg_${newId()}`;
      expect(await post(bounce({ type }), { id })).toBe(200);
      expect(await outcomeOf(id)).toBe("of-no-use");
    }
    expect(await stopped()).toEqual([]);
  });
});

describe("copies, in any order, side by side", () => {
  const told = () => [
    bounce({ type: "email.delivered", more: {}, at: plusMinutes(systemNow(), -3) }),
    complaint({ at: plusMinutes(systemNow(), -2) }),
    bounce({ at: plusMinutes(systemNow(), -1) }),
  ];

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]], [[2, 0, 1]]])(
    "the order %j has one result",
    async (order) => {
      const messages = told();
      for (const place of order) expect(await post(messages[place] ?? "")).toBe(200);
      expect(await stopped()).toMatchObject([
        { email: address, reason: "BOUNCE", detail: "550 No" },
      ]);
      expect(Object.values((await facts()) ?? {})).not.toContain(null);
    },
  );

  it("a copy that arrives after the school let mail go again changes nothing", async () => {
    const admin = await anAdmin(school);
    const [body, id] = [bounce(), `msg_${newId()}`];
    await post(body, { id });
    const { rows } = await superuserQuery("SELECT id FROM mail_suppression WHERE school_id = $1", [
      school.id,
    ]);
    const now = plusMinutes(systemNow(), 1);
    await liftSuppression(contextOf(school, admin, { now }), String(rows[0]?.id));
    expect(await post(body, { id })).toBe(200);
    expect(await post(body)).toBe(200);
    expect((await stopped()).filter((row) => row.lifted_at === null)).toEqual([]);
    expect(await post(bounce({ at: plusMinutes(now, 1) }))).toBe(200);
    expect((await stopped()).filter((row) => row.lifted_at === null)).toHaveLength(1);
  });

  it("twenty copies at the same moment, with one id and with many, make one stop", async () => {
    const id = `msg_${newId()}`;
    const ten = Array.from({ length: 10 });
    const [same, other] = await Promise.all([
      Promise.all(ten.map(() => post(bounce(), { id }))),
      Promise.all(ten.map(() => post(complaint()))),
    ]);
    expect([...same, ...other].every((status) => status === 200)).toBe(true);
    expect(await stopped()).toMatchObject([{ reason: "BOUNCE" }]);
  });

  it("the first moment counts, whichever message comes first", async () => {
    const early = plusHours(systemNow(), -5);
    await post(bounce());
    await post(bounce({ at: early }));
    await post(bounce());
    expect(Number((await facts())?.bounced_at)).toBe(early);
  });
});

describe("who is believed", () => {
  const raw = async (headers: Record<string, string>, body = bounce()) =>
    (await fetch(`${server.url}/api/resend/webhook`, { method: "POST", headers, body })).status;

  it("nobody without the vendor's signature", async () => {
    const seconds = String(Math.floor(systemNow() / 1000));
    const head = { "svix-id": "msg_1", "svix-timestamp": seconds };
    expect(await raw({})).toBe(401);
    expect(await raw(head)).toBe(401);
    for (const signature of ["v1,", "v1", "v1,AAAA", "v2,AAAA", `v1,${"A".repeat(44)}`, " "]) {
      expect(await raw({ ...head, "svix-signature": signature }), signature).toBe(401);
    }
    const other = `whsec_${Buffer.from("another secret").toString("base64")}`;
    expect(await postWebhook(bounce(), { url: server.url, secret: other })).toBe(401);
    expect(await stopped()).toEqual([]);
  });

  it("no signature of another body, another id or another moment", async () => {
    const { signatureHeaders } = await import("@/emulators/resend/webhook-events");
    const signed = signatureHeaders(SECRET, { id: "msg_1", at: systemNow(), body: bounce() });
    expect(await raw(signed, complaint())).toBe(401);
    expect(await raw({ ...signed, "svix-id": "msg_2" })).toBe(401);
    expect(
      await raw({ ...signed, "svix-timestamp": String(Number(signed["svix-timestamp"]) + 1) }),
    ).toBe(401);
    expect(await stopped()).toEqual([]);
  });

  it("no message that was caught and is sent again later, nor one from the future", async () => {
    for (const minutes of [-6, 6]) {
      expect(await post(bounce(), { at: plusMinutes(systemNow(), minutes) })).toBe(401);
    }
    expect(await stopped()).toEqual([]);
  });

  it("what is signed and no message is answered as broken, so that the vendor shows it", async () => {
    for (const body of ["", "garbage", "[]", '{"type":"email.bounced"}', '"\\u0000"']) {
      expect(await post(body), body).toBe(400);
    }
    expect(await post(JSON.stringify({ type: "x".repeat(300_000) }))).toBe(413);
  });
});

describe("whose address may be stopped", () => {
  it("only one of the mail's own recipient: a mixed-up message stops nobody else's", async () => {
    const other = (await aFamily(school)).guardian;
    await setContactEmail(other, "head@school.example");
    const id = `msg_${newId()}`;
    expect(await post(bounce({ to: "head@school.example" }), { id })).toBe(200);
    expect(await outcomeOf(id)).toBe("address-not-theirs");
    expect(await facts()).toMatchObject({ bounced_at: expect.any(Date) });
    expect(await stopped()).toEqual([]);
  });

  it("the same address in another school still gets that school's mail", async () => {
    const elsewhere = await aSchool();
    const cousin = (await aFamily(elsewhere)).guardian;
    await setContactEmail(cousin, address);
    await post(bounce());
    expect(await stopped()).toHaveLength(1);
    expect(await stopped(elsewhere)).toEqual([]);
  });

  it("a mail that we never sent leaves its outcome and nothing else", async () => {
    const id = `msg_${newId()}`;
    expect(await post(bounce({ mailId: newId() }), { id })).toBe(200);
    expect(await outcomeOf(id)).toBe("unknown-mail");
    expect(await stopped()).toEqual([]);
  });
});

describe("a message that is faster than the vendor's own answer", () => {
  it("is asked for again, and counts once the mail is known", async () => {
    const early = await aDelivery(school, ana, { state: "PENDING", vendorId: null });
    const [body, id] = [bounce({ mailId: early.vendorId }), `msg_${newId()}`];
    expect(await post(body, { id })).toBe(503);
    expect(await outcomeOf(id)).toBeNull();
    const settle = "UPDATE delivery SET state = 'SENT', vendor_id = $2 WHERE id = $1";
    await superuserQuery(settle, [early.id, early.vendorId]);
    expect(await post(body, { id })).toBe(200);
    expect(await facts(early)).toMatchObject({ bounced_at: expect.any(Date) });
    expect(await stopped()).toHaveLength(1);
  });

  it("is not asked for again once it is a day old", async () => {
    await aDelivery(school, ana, { state: "PENDING", vendorId: null });
    const old = bounce({ mailId: newId(), at: plusHours(systemNow(), -25) });
    expect(await post(old)).toBe(200);
  });
});

describe("a message that could not be kept", () => {
  it("is answered as failed and leaves nothing, so that the next copy does it all", async () => {
    const id = `msg_${newId()}`;
    await superuserQuery(
      "ALTER TABLE mail_suppression ADD CONSTRAINT broken CHECK (email IS NULL) NOT VALID",
    );
    expect(await post(bounce(), { id })).toBe(500);
    await superuserQuery("ALTER TABLE mail_suppression DROP CONSTRAINT broken");
    expect(await outcomeOf(id)).toBeNull();
    expect(await facts()).toMatchObject({ bounced_at: null });
    expect(await post(bounce(), { id })).toBe(200);
    expect(await stopped()).toHaveLength(1);
  });
});
