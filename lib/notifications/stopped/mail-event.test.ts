import { describe, expect, it } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { readMailEvent, typeOfMessage } from "./mail-event";

const DATA = { email_id: "e-1", to: ["ana@family.example"] };

function message(type: string, more: object = {}) {
  return { type, created_at: "2026-11-22T23:41:12.126Z", data: { ...DATA, ...more } };
}

describe("what the mail vendor tells", () => {
  it.each([
    ["email.delivered", {}, "deliveredAt", null],
    ["email.complained", {}, "complainedAt", "COMPLAINT"],
    ["email.bounced", { bounce: { type: "Permanent", message: "No" } }, "bouncedAt", "BOUNCE"],
    ["email.bounced", { bounce: { type: "Transient", message: "Full" } }, "bouncedAt", null],
    ["email.bounced", { bounce: { type: "Undetermined" } }, "bouncedAt", null],
    ["email.bounced", {}, "bouncedAt", null],
    ["email.suppressed", { suppressed: { message: "Listed" } }, "bouncedAt", "BOUNCE"],
    ["email.failed", { failed: { reason: "quota" } }, "bouncedAt", null],
  ])("%s with %o is a fact of the mail, and stops its address only for good reason", (...row) => {
    const [type, more, stamp, reason] = row;
    const event = readMailEvent(message(type, more));
    expect(event).toMatchObject({ type, stamp, mailId: "e-1", to: ["ana@family.example"] });
    const stops = typeof event === "object" ? event.stops : undefined;
    expect(stops?.reason ?? null).toBe(reason);
  });

  it.each(["email.sent", "email.opened", "email.delivery_delayed", "contact.created", "toString"])(
    "%s tells nothing that we use",
    (type) => {
      expect(readMailEvent(message(type))).toBe("of-no-use");
    },
  );

  it.each([
    ["nothing", undefined],
    ["a text", "email.bounced"],
    ["a list", []],
    ["no type", { data: DATA }],
    ["no mail", { type: "email.bounced", data: {} }],
    ["no address", { type: "email.bounced", data: { email_id: "e-1" } }],
  ])("%s is no message", (_what, payload) => {
    expect(readMailEvent(payload)).toBe("unreadable");
  });

  it("both ways in which the vendor writes a moment are read, and none is no reason to lose it", () => {
    const at = (created_at: unknown) => {
      const event = readMailEvent({ ...message("email.delivered"), created_at });
      return typeof event === "object" ? event.at : event;
    };
    const moment = parseInstant("2026-11-22T23:41:12.126Z");
    expect(at("2026-11-22T23:41:12.126Z")).toBe(moment);
    expect(at("2026-11-22 23:41:12.126000+00")).toBe(moment);
    expect(at("yesterday")).toBeNull();
    expect(at(undefined)).toBeNull();
  });

  it("the other server's words are kept short and without any address", () => {
    const words = `550 <ana@family.example>: no\0 such\r\nuser ${"x".repeat(500)}`;
    const bounce = { type: "Permanent", message: words };
    const event = readMailEvent(message("email.bounced", { bounce }));
    const detail = typeof event === "object" ? (event.stops?.detail ?? "") : "";
    expect(detail).toMatch(/^550 the address no such user x+$/);
    expect(detail).toHaveLength(300);
  });

  it("an address with a name in front, or one that is no list, is found", () => {
    const event = (to: unknown) => readMailEvent(message("email.delivered", { to }));
    expect(event(["Ana <ana@family.example>"])).toMatchObject({ to: ["ana@family.example"] });
    expect(event("ana@family.example")).toMatchObject({ to: ["ana@family.example"] });
  });

  it("names the kind of a message, and of nothing nothing", () => {
    expect(typeOfMessage({ type: "email.sent" })).toBe("email.sent");
    expect(typeOfMessage(null)).toBe("");
    expect(typeOfMessage({ type: 5 })).toBe("");
  });
});
