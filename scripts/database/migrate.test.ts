import { describe, expect, it } from "vitest";
import { isUpToDate } from "@/scripts/database/migrate";

const file = (name: string) => ({ name, sql: "", checksum: `sum of ${name}` });
const row = (name: string) => ({
  migration_name: name,
  checksum: `sum of ${name}`,
  is_finished: true,
});

describe("whether a database is up to date", () => {
  it("is when every migration was applied as it stands", () => {
    expect(isUpToDate([file("1"), file("2")], [row("1"), row("2")])).toBe(true);
    expect(isUpToDate([], [])).toBe(true);
  });

  it("is not while one is missing", () => {
    expect(isUpToDate([file("1"), file("2")], [row("1")])).toBe(false);
  });

  it("is refused when a migration was changed after it had been applied", () => {
    const changed = { ...row("1"), checksum: "another" };
    expect(() => isUpToDate([file("1")], [changed])).toThrow("was changed after");
  });

  it("is refused when a migration failed half-way", () => {
    const failed = { ...row("1"), is_finished: false };
    expect(() => isUpToDate([file("1")], [failed])).toThrow("failed half-way");
  });
});
