import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { plainWords, safeError } from "./safe-error";

const SECRETS = ["Ada", "Lee", "ada@lee.example", "hunter2"];

/** An error whose every text and field tells of a person. */
function aTellingError(): Error {
  const error = new Error(
    "Key (email)=(ada@lee.example) already exists\n    at Ada Lee (hunter2:1:1)",
    { cause: new SyntaxError("Unexpected token 'A', \"Ada Lee\" is not valid JSON") },
  );
  return Object.assign(error, {
    code: "Ada Lee",
    detail: "Key (email)=(ada@lee.example)",
    parameters: ["hunter2"],
    status: 409,
  });
}

describe("an error in the log", () => {
  it("says its type and where it was thrown, and nothing of what it was about", () => {
    const safe = safeError(aTellingError());
    expect(safe).toMatchObject({ type: "Error", status: 409, cause: { type: "SyntaxError" } });
    expect(safe.frames?.[0]).toMatch(/^aTellingError \(.*safe-error\.test\.ts:\d+:\d+\)$/);
    for (const secret of SECRETS) expect(JSON.stringify(safe)).not.toContain(secret);
  });

  it("keeps codes, reasons and the names of constraints", () => {
    const unique = { code: "23505", constraint: "user_email_key", detail: "(ada@lee.example)" };
    const error = Object.assign(new Error("duplicate"), unique);
    expect(safeError(error)).toMatchObject({ sqlState: "23505", constraint: "user_email_key" });
    expect(safeError(new Refusal("slot-taken"))).toMatchObject({
      type: "Refusal",
      code: "slot-taken",
    });
    const gone = Object.assign(new Error("connect 10.0.0.9:5432"), { code: "ECONNREFUSED" });
    expect(safeError(gone)).toMatchObject({ code: "ECONNREFUSED" });
  });

  it("keeps what the runtime says of our code", () => {
    const broken = () => (JSON.parse("null") as { roles: string }).roles;
    expect(broken).toThrow(TypeError);
    try {
      broken();
    } catch (error) {
      expect(safeError(error).message).toBe("Cannot read properties of null (reading …)");
    }
  });

  it("says of several at once what the first was", () => {
    const many = new AggregateError([new TypeError("x"), new Error("Ada")], "Ada");
    expect(safeError(many)).toMatchObject({ type: "AggregateError", cause: { type: "TypeError" } });
  });

  it("ends where causes lead in a circle", () => {
    const first = new Error("one");
    first.cause = new Error("two", { cause: first });
    expect(JSON.stringify(safeError(first)).length).toBeLessThan(20_000);
  });

  it.each(["ada@lee.example", 7, null, undefined, { email: "ada@lee.example" }])(
    "says only what kind of thing was thrown: %s",
    (thrown) => {
      expect(Object.keys(safeError(thrown))).toEqual(["type"]);
    },
  );
});

describe("a text of the framework in the log", () => {
  it.each([
    ["Failed to handle request for /invitation/abc?email=x", "Failed to handle request for …"],
    ['Invalid value "Ada Lee", said "hunter2" again', "Invalid value … again"],
    ["No room for ada@lee.example at 10.0.0.9", "No room for … at …"],
    ["first line\nAda Lee", "first line"],
    ["", ""],
  ])("%j becomes %j", (text, words) => {
    expect(plainWords(text)).toBe(words);
  });
});
