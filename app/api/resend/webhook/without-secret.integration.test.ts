import { afterAll, beforeAll, expect, it } from "vitest";
import { mailMessage, postWebhook } from "@/lib/testing/mail-factory";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";

let server: RouteServer;

beforeAll(async () => {
  server = await serveRoutes("app/api/resend");
});
afterAll(() => server.stop());

it("without a secret nothing is believed, and the vendor is asked to say it again later", async () => {
  const body = mailMessage({ type: "email.bounced", mailId: "x", to: "ana@family.example" });
  const secret = `whsec_${Buffer.from("any").toString("base64")}`;
  expect(await postWebhook(body, { url: server.url, secret })).toBe(503);
});
