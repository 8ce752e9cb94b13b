import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const MIGRATIONS_DIR = path.resolve("prisma/migrations");
const SCHEMA_DIR = path.resolve("prisma/schema");
/** The datamodel text that all migrations together lead to: the next draft starts there. */
export const SNAPSHOT_FILE = path.resolve("prisma/schema.snapshot.prisma");

export type MigrationFile = { name: string; sql: string; checksum: string };

/** All migrations in the order in which they are applied. */
export function listMigrations(): MigrationFile[] {
  if (!existsSync(MIGRATIONS_DIR)) return [];
  return migrationNames().map((name) => {
    const sql = readFileSync(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/** The present datamodel, the files of `prisma/schema` as one text. */
export function presentSchema(): string {
  const names = readdirSync(SCHEMA_DIR).filter((name) => name.endsWith(".prisma"));
  return names
    .sort()
    .map((name) => readFileSync(path.join(SCHEMA_DIR, name), "utf8").trim())
    .join("\n\n")
    .concat("\n");
}

/** The datamodel of the newest migration, empty before the first. */
export function lastSchema(): string {
  return existsSync(SNAPSHOT_FILE) ? readFileSync(SNAPSHOT_FILE, "utf8") : "";
}

function migrationNames(): string[] {
  return readdirSync(MIGRATIONS_DIR)
    .filter((name) => existsSync(path.join(MIGRATIONS_DIR, name, "migration.sql")))
    .sort();
}
