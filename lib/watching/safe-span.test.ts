import { expect, it } from "vitest";
import { safeSpan } from "./safe-span";

it("leaves with its route and ids, and without addresses, search texts and texts of errors", () => {
  const span = {
    name: "GET /invitation/kq3ZP0W8mB7a9wq2f5sYHn1Lx4cVd6RjTuE-gXoI_bA",
    startTime: [1, 2],
    attributes: {
      "http.target": "/invitation/secret?email=ada@lee.example",
      "http.url": "http://localhost/invitation/secret",
      "http.status_code": 200,
      "next.route": "/invitation/[token]",
      "musicnme.requestId": "01a20627",
    },
    status: { code: 2, message: "ada@lee.example already exists" },
    events: [
      {
        name: "exception",
        attributes: { "exception.type": "Error", "exception.message": "ada@lee.example" },
      },
    ],
  };
  const safe = safeSpan(span);
  expect(safe).toMatchObject({
    name: "GET /invitation/:token",
    startTime: [1, 2],
    attributes: {
      "http.status_code": 200,
      "next.route": "/invitation/[token]",
      "musicnme.requestId": "01a20627",
    },
    status: { code: 2 },
    events: [{ name: "exception", attributes: { "exception.type": "Error" } }],
  });
  const { name, attributes, status, events } = safe;
  expect(JSON.stringify({ name, attributes, status, events })).not.toMatch(/ada@|secret/);
});

it.each([
  ["GET /[school]/family/bookings/[bookingId]", "GET /[school]/family/bookings/[bookingId]"],
  ["fetch POST https://api.resend.com/emails?x=ada", "fetch POST /emails"],
  ["render route (app) /[school]/teach", "render route (app) /[school]/teach"],
  ["event", "event"],
])("a span named %j leaves as %j", (name, safe) => {
  expect(safeSpan({ name, attributes: {}, status: {}, events: [] }).name).toBe(safe);
});
