import { describe, expect, it } from "vitest";
import { readNewSchool } from "@/scripts/new-school";

const FULL = {
  slug: "harbour",
  name: "Harbour Music",
  "time-zone": "Australia/Sydney",
  currency: "AUD",
  locale: "en-AU",
  admin: "Kim van Lee",
  email: "kim@harbour.example",
};

const argsOf = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);

describe("making a school on the command line", () => {
  it("takes the school and its first admin", () => {
    const { school, admin } = readNewSchool(argsOf(FULL));
    expect(school).toMatchObject({ slug: "harbour", timeZone: "Australia/Sydney" });
    expect(admin).toEqual({
      givenName: "Kim",
      familyName: "van Lee",
      email: "kim@harbour.example",
    });
  });

  it.each([
    ["slug", "Harbour", "--slug takes small letters"],
    ["slug", "sign-in", "--slug is an address of the site itself"],
    ["time-zone", "Sydney", "--time-zone must be a zone"],
    ["currency", "DOLLAR", "--currency must be a code"],
    ["locale", "!", "--locale must be a code"],
    ["admin", "Kim", "--admin needs a given and a family name"],
    ["email", "kim", "--email must be"],
  ])("refuses the %s %s", (name, value, reason) => {
    expect(() => readNewSchool(argsOf({ ...FULL, [name]: value }))).toThrow(reason);
  });

  it("says what is missing and how to say it", () => {
    expect(() => readNewSchool([])).toThrow(/--slug is missing;.*npm run school:create -- --slug/);
  });
});
