import { describe, expect, it } from "vitest";
import { parseEnv, refuseStrangeLogins, strangeLoginsIn } from "./env";

const COMPLETE = {
  DATABASE_URL: "postgresql://web@db.example.com/musicnme",
  DATABASE_SYSTEM_URL: "postgresql://sys@db.example.com/musicnme",
  DATABASE_JOBS_URL: "postgresql://jobs@db.example.com/musicnme",
  NEXTAUTH_SECRET: "a".repeat(32),
  LINK_SECRET: "b".repeat(32),
  RESEND_API_KEY: "re_key",
};

const problemsOf = (source: Record<string, string>) => {
  const result = parseEnv(source);
  return "problems" in result ? result.problems : [];
};

describe("the settings", () => {
  it("have sensible values for what is not set", () => {
    const result = parseEnv({ ...COMPLETE, PORT: "4000" });
    expect(result).toMatchObject({ env: { APP_URL: "http://localhost:4000", LOG_LEVEL: "info" } });
  });

  it("take an empty value for one that is not set", () => {
    expect(parseEnv({ ...COMPLETE, APP_URL: "", PORT: "" })).toMatchObject({ env: { PORT: 3000 } });
  });

  it("are refused with one line for each that is missing", () => {
    expect(problemsOf({})).toEqual([
      "DATABASE_URL is not set: see .env.example.",
      "DATABASE_SYSTEM_URL is not set: see .env.example.",
      "NEXTAUTH_SECRET is not set: see .env.example.",
      "LINK_SECRET is not set: see .env.example.",
      "RESEND_API_KEY is not set: see .env.example.",
    ]);
  });

  it.each([
    ["DATABASE_URL", "mysql://db", "DATABASE_URL must look like postgresql://"],
    ["NEXTAUTH_SECRET", "short", "NEXTAUTH_SECRET must be a random text of at least 32"],
    ["PORT", "many", "PORT is wrong"],
    ["APP_URL", "school", "APP_URL must be a web address"],
  ])("refuse %s = %s and never repeat the value", (name, value, line) => {
    const problems = problemsOf({ ...COMPLETE, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(line);
    expect(problems[0]).not.toContain(value);
  });
});

describe("a login that could switch the walls between schools off", () => {
  it.each([
    ["the owner's", { DATABASE_OWNER_URL: "postgresql://owner@db.example.com/musicnme" }],
    ["the owner's in a form of its own", { DATABASE_OWNER_URL: "owner" }],
    ["anybody's under another name", { POSTGRES_URL: "postgres://root@db.example.com/musicnme" }],
    ["one inside another setting", { SETTINGS: '{"url":"postgresql://root@db.example.com"}' }],
    ["one that clients take by themselves", { PGPASSWORD: "secret" }],
  ])("is found, and the server refuses to run: %s", (_what, source) => {
    expect(strangeLoginsIn({ ...COMPLETE, ...source })).toEqual(Object.keys(source));
    expect(() => refuseStrangeLogins({ ...COMPLETE, ...source })).toThrow(
      `must not find ${Object.keys(source).join()} in its environment. Move such lines from .env to .env.setup`,
    );
  });

  it("is none of the app's own, and nothing that is empty", () => {
    const source = { ...COMPLETE, DATABASE_OWNER_URL: "", PGSSLMODE: "require" };
    expect(strangeLoginsIn(source)).toEqual([]);
    expect(() => refuseStrangeLogins(source)).not.toThrow();
  });
});
