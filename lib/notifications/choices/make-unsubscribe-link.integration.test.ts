import { describe, expect, it } from "vitest";
import { newId, type PersonId, type SchoolId } from "@/lib/ids";
import { makeUnsubscribeLink, openUnsubscribeToken } from "./make-unsubscribe-link";

const schoolId = newId<SchoolId>();
const personId = newId<PersonId>();

function tokenOf(kind: "lesson-reminder" | "window-opened" = "lesson-reminder"): string {
  return (
    new URL(makeUnsubscribeLink(schoolId, personId, kind).pageUrl).pathname.split("/")[2] ?? ""
  );
}

describe("the way out of a kind of mail", () => {
  it("has the two headers of RFC 8058, and a page for people", () => {
    const { headers, pageUrl } = makeUnsubscribeLink(schoolId, personId, "lesson-reminder");
    expect(headers["List-Unsubscribe"]).toBe(
      `<http://localhost:3000/api/unsubscribe/${tokenOf()}>`,
    );
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(pageUrl).toBe(`http://localhost:3000/unsubscribe/${tokenOf()}`);
  });

  it("leads back to the school, the person and the kind", () => {
    expect(openUnsubscribeToken(tokenOf())).toEqual({
      ...{ schoolId, personId },
      kind: "lesson-reminder",
    });
  });

  it("is the same each time, so that an old mail's link still works", () => {
    expect(tokenOf()).toBe(tokenOf());
  });

  it("opens nothing once a single character is changed, added or left out", () => {
    const token = tokenOf();
    for (let place = 0; place < token.length; place += 1) {
      const other = token[place] === "A" ? "B" : "A";
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      expect(openUnsubscribeToken(changed), changed).toBeNull();
    }
    const odd = ["", ".", "..", "x", `${token}.`, `${token}=`, token.slice(1), "A".repeat(9_000)];
    for (const text of [...odd, `${token}A`, ` ${token}`, token.replace(".", "")]) {
      expect(openUnsubscribeToken(text), text.slice(0, 40)).toBeNull();
    }
  });

  it("does not open with the proof of another link", () => {
    const [facts] = tokenOf("lesson-reminder").split(".");
    const [, proof] = tokenOf("window-opened").split(".");
    expect(openUnsubscribeToken(`${facts}.${proof}`)).toBeNull();
  });

  it("is not there for mail that always goes out, however it was made", () => {
    const kind = "password-reset" as "lesson-reminder";
    const { pageUrl } = makeUnsubscribeLink(schoolId, personId, kind);
    expect(openUnsubscribeToken(pageUrl.split("/").at(-1) ?? "")).toBeNull();
  });
});
