import { describe, expect, it } from "vitest";
import { connectionTrouble, requireAddress } from "@/scripts/database/connection-trouble";
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

  it.each([
    "mysql://user:word@somewhere/musicnme",
    "nonsense",
    "postgresql://user:wo#rd/@somewhere/musicnme",
    "postgresql://user:word@somewhere",
    "postgresql://somewhere/musicnme",
    "postgresql://%user:word@somewhere/musicnme",
  ])("is told when the address has the wrong form: %s", (url) => {
    expect(lineFor(failure("X"), url)).toContain("DATABASE_URL is not a PostgreSQL address");
    expect(() => requireAddress("DATABASE_URL", url)).toThrow("is not a PostgreSQL address");
  });

  it.each([
    [
      "SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string",
      'refuses the user "mnm_web"',
    ],
    ["The server does not support SSL connections", "No secure connection to db.example.com:5432"],
    ["self-signed certificate in certificate chain", "NODE_EXTRA_CA_CERTS"],
  ])("is told in one line for %s", (message, line) => {
    expect(lineFor(new Error(message))).toContain(line);
    expect(lineFor(new Error(message))).not.toContain("\n");
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
