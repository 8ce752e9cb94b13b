import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import {
  aDelivery,
  mailFacts,
  mailMessage,
  PERMANENT,
  postWebhook,
  setContactEmail,
  stoppedAddresses,
  TRANSIENT,
  type TestDelivery,
  useWebhookSecret,
  webhookOutcome,
} from "@/lib/testing/mail-factory";
import { aFamily, anAdmin, contextOf, type TestMember } from "@/lib/testing/people-factory";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, plusMinutes, systemNow } from "@/lib/time/instant";

const SECRET = useWebhookSecret();
const { liftSuppression } = await import("@/lib/notifications/stopped/lift-suppression");

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

const stopped = (at: TestSchool = school) => stoppedAddresses(at);
const facts = (of: TestDelivery = mail) => mailFacts(of);

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
      expect(await webhookOutcome(id)).toBe("of-no-use");
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

describe("whose address may be stopped", () => {
  it("only one of the mail's own recipient: a mixed-up message stops nobody else's", async () => {
    const other = (await aFamily(school)).guardian;
    await setContactEmail(other, "head@school.example");
    const id = `msg_${newId()}`;
    expect(await post(bounce({ to: "head@school.example" }), { id })).toBe(200);
    expect(await webhookOutcome(id)).toBe("address-not-theirs");
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
    expect(await webhookOutcome(id)).toBe("unknown-mail");
    expect(await stopped()).toEqual([]);
  });
});

describe("a message that is faster than the vendor's own answer", () => {
  it("is asked for again, and counts once the mail is known", async () => {
    const early = await aDelivery(school, ana, { state: "PENDING", vendorId: null });
    const [body, id] = [bounce({ mailId: early.vendorId }), `msg_${newId()}`];
    expect(await post(body, { id })).toBe(503);
    expect(await webhookOutcome(id)).toBeNull();
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
