import { readdirSync } from "node:fs";
import { join } from "node:path";

let known: readonly string[] | undefined;

/** The migrations that came with this program, as they stood when it was first asked. */
export function knownMigrations(): readonly string[] {
  known ??= readdirSync(join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations"), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return known;
}
