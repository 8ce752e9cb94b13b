import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loggedRoute } from "./logged-route";

const ID = "01a20627-76cd-77f0-aadc-5048d026cf54";
const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const TOKEN = "kq3ZP0W8mB7a9wq2f5sYHn1Lx4cVd6RjTuE-gXoI_bA";

describe("the path of a request in the log", () => {
  it.each([
    ["/", "/"],
    ["", "/"],
    ["/musicnme/family/bookings", "/musicnme/family/bookings"],
    ["/northern-beaches-music-2/admin/calendar", "/northern-beaches-music-2/admin/calendar"],
    ["/api/v1/schools/musicnme/bookings", "/api/v1/schools/musicnme/bookings"],
    [`/musicnme/family/bookings/${ID}/cancel`, "/musicnme/family/bookings/:id/cancel"],
    [`/musicnme/family/bookings/${ID.toUpperCase()}`, "/musicnme/family/bookings/:id"],
    ["/musicnme/admin/courses/42", "/musicnme/admin/courses/:id"],
    ["/musicnme/admin/weeks/2026-11-23", "/musicnme/admin/weeks/:id"],
    [`/invitation/${TOKEN}`, "/invitation/:token"],
    [`/reset-password/${TOKEN}?next=/musicnme`, "/reset-password/:token"],
    [`/calendar/${TOKEN}.ics`, "/calendar/:token.ics"],
    [`/musicnme/family/bookings/${ID}/calendar.ics`, "/musicnme/family/bookings/:id/calendar.ics"],
    [`/files/${HEX}`, "/files/:token"],
    ["/musicnme/people/ada@lee.example", "/musicnme/people/:token"],
    ["/musicnme/people/ada%40lee.example", "/musicnme/people/:token"],
    ["/musicnme/people/Ada%20Lee", "/musicnme/people/:token"],
    ["/musicnme/people/ada.lee", "/musicnme/people/:token"],
    ["/musicnme/people/Åsa", "/musicnme/people/:token"],
    ["/sign-in?next=/musicnme&email=ada@lee.example", "/sign-in"],
    ["/sign-in#ada@lee.example", "/sign-in"],
    [`/${"a/".repeat(40)}`, `/${"a/".repeat(11)}…`],
    ["http://ada:secret@host/", ":token//:token/"],
    ["/[school]/teach", "/[school]/teach"],
  ])("%s is written as %s", (url, route) => {
    expect(loggedRoute(url)).toBe(route);
  });

  it("never holds a random token, of whatever signs it is made", () => {
    for (const encoding of ["base64url", "hex"] as const) {
      for (let n = 0; n < 300; n += 1) {
        const token = randomBytes(32).toString(encoding);
        expect(loggedRoute(`/invitation/${token}`)).toBe("/invitation/:token");
      }
    }
  });
});
