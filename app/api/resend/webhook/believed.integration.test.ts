import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signatureHeaders } from "@/emulators/resend/webhook-events";
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
  type TestDelivery,
  useWebhookSecret,
  webhookOutcome,
} from "@/lib/testing/mail-factory";
import { aFamily } from "@/lib/testing/people-factory";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";
import { type Instant, plusMinutes, systemNow } from "@/lib/time/instant";

const SECRET = useWebhookSecret();
const ADDRESS = "ana@family.example";

let server: RouteServer;
let school: TestSchool;
let mail: TestDelivery;

beforeAll(async () => {
  server = await serveRoutes("app/api/resend");
});
afterAll(() => server.stop());

beforeEach(async () => {
  school = await aSchool();
  const { guardian } = await aFamily(school);
  await setContactEmail(guardian, ADDRESS);
  mail = await aDelivery(school, guardian);
});

const post = (body: string, options: { id?: string; at?: Instant } = {}) =>
  postWebhook(body, { url: server.url, secret: SECRET, ...options });
const told = (type: string) =>
  mailMessage({ type, mailId: mail.vendorId, to: ADDRESS, more: PERMANENT });
const bounce = () => told("email.bounced");
const complaint = () => told("email.complained");
const stopped = () => stoppedAddresses(school);

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

describe("a message that could not be kept", () => {
  it("is answered as failed and leaves nothing, so that the next copy does it all", async () => {
    const id = `msg_${newId()}`;
    await superuserQuery(
      "ALTER TABLE mail_suppression ADD CONSTRAINT broken CHECK (email IS NULL) NOT VALID",
    );
    expect(await post(bounce(), { id })).toBe(500);
    await superuserQuery("ALTER TABLE mail_suppression DROP CONSTRAINT broken");
    expect(await webhookOutcome(id)).toBeNull();
    expect(await mailFacts(mail)).toMatchObject({ bounced_at: null });
    expect(await post(bounce(), { id })).toBe(200);
    expect(await stopped()).toHaveLength(1);
  });
});
