import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runCommand, say } from "@/scripts/command";
import {
  lastSchema,
  MIGRATIONS_DIR,
  presentSchema,
  SNAPSHOT_FILE,
} from "@/scripts/database/migration-files";
import { draftSql } from "@/scripts/database/schema-engine";
import { Trouble } from "@/scripts/trouble";

await runCommand(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Trouble("Which name? Say: npm run db:migration add_room_colour");
  }
  const present = presentSchema();
  const sql = await draftSql(lastSchema(), present);
  if (sql.trim() === "" || sql.includes("This is an empty migration")) {
    say("The datamodel has not changed since the last migration.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS_DIR, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), sql);
  writeFileSync(SNAPSHOT_FILE, present);
  say(
    `Drafted ${path.relative(".", folder)}/migration.sql. Read it, and add by hand what Prisma ` +
      "cannot say: policies, grants, constraints.",
  );
});
