import { describe, expect, it } from "vitest";
import { connectionTrouble } from "@/scripts/database/connection-trouble";
import { describeFailure } from "@/scripts/trouble";

const URL = "postgresql://mnm_web:secret@db.example.com:5432/musicnme";
const failure = (code: string) => Object.assign(new Error("cryptic"), { code });
const lineFor = (error: unknown, url = URL) =>
  describeFailure(connectionTrouble(error, "DATABASE_URL", url));

describe("a database that cannot be opened", () => {
  it.each([
    ["ECONNREFUSED", "No PostgreSQL server answers at db.example.com:5432 (DATABASE_URL)"],
    ["ENOTFOUND", "The server name db.example.com:5432 in DATABASE_URL does not exist"],
    ["28P01", 'refuses the user "mnm_web" of DATABASE_URL: wrong user, wrong password'],
    ["3D000", 'There is no database "musicnme" at db.example.com:5432'],
    ["53300", "is busy"],
  ])("is told in one line for %s", (code, line) => {
    expect(lineFor(failure(code))).toContain(line);
    expect(lineFor(failure(code))).not.toContain("\n");
  });

  it("is told when the address has the wrong form", () => {
    expect(lineFor(failure("X"), "mysql://somewhere")).toContain("not a PostgreSQL address");
    expect(lineFor(failure("X"), "nonsense")).toContain("not a PostgreSQL address");
  });

  it("never shows the password", () => {
    for (const code of ["ECONNREFUSED", "ENOTFOUND", "28P01", "3D000", "53300", "42501"]) {
      expect(lineFor(failure(code))).not.toContain("secret");
    }
  });

  it("keeps what it does not know, with its stack", () => {
    expect(lineFor(new Error("something else"))).toContain("connection-trouble.test.ts");
  });
});
