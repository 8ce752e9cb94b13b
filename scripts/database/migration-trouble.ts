import { DatabaseError } from "pg";
import { withClient } from "@/scripts/database/connect";
import type { MigrationFile } from "@/scripts/database/migration-files";
import { diskFull, errorCode, Trouble } from "@/scripts/trouble";

/** Prisma's engine names the migration that failed, PostgreSQL the line: both in one sentence. */
export async function migrationTrouble(
  error: unknown,
  files: readonly MigrationFile[],
  ownerUrl: string,
): Promise<unknown> {
  const text = error instanceof Error ? error.message : String(error);
  const name =
    /migration_name="([^"]+)"/.exec(text)?.[1] ?? /Migration name: (\S+)/.exec(text)?.[1];
  const file = files.find((each) => each.name === name);
  if (file === undefined) return error;
  const cause = await repeatInVain(file.sql, ownerUrl);
  if (errorCode(cause) === "53100") return diskFull();
  return new Trouble(
    `The migration ${file.name} cannot be applied: ${describeCause(cause, file.sql)}. Correct it, ` +
      "or begin with an empty local database: npm run db:reset",
  );
}

async function repeatInVain(sql: string, ownerUrl: string): Promise<unknown> {
  return withClient(ownerUrl, async (owner) => {
    await owner.query("BEGIN");
    return owner.query(sql).then(
      () => null,
      (cause: unknown) => cause,
    );
  });
}

function describeCause(cause: unknown, sql: string): string {
  if (!(cause instanceof DatabaseError)) return "see the server's log";
  if (cause.position === undefined) return cause.message;
  const line = sql.slice(0, Number(cause.position)).split("\n").length;
  return `${cause.message} (line ${line})`;
}
