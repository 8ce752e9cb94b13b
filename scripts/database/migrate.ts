import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import { connectionTrouble } from "@/scripts/database/connection-trouble";
import { ensureGroups } from "@/scripts/database/group-roles";
import { missingJobsLogin } from "@/scripts/database/jobs-login";
import {
  listMigrations,
  type MigrationFile,
  MIGRATIONS_DIR,
} from "@/scripts/database/migration-files";
import { migrationTrouble } from "@/scripts/database/migration-trouble";
import type { DatabaseUrls } from "@/scripts/database/urls";
import { errorCode, Trouble } from "@/scripts/trouble";

const OLDEST_SERVER = 16;
const LOCK = 7_311_620;

type AppliedRow = { migration_name: string; checksum: string; is_finished: boolean };

/** Brings a database up to date and lets the app's and the system's login in. Idempotent. */
export async function prepareDatabase(urls: DatabaseUrls): Promise<void> {
  try {
    await withClient(urls.owner, async (owner) => {
      await requireServerVersion(owner);
      await requireOwner(owner);
      const logins = {
        app: userOf(urls.app),
        system: userOf(urls.system),
        jobs: userOf(urls.jobs),
      };
      await ensureGroups(owner, logins, await missingJobsLogin(owner, urls.jobs));
      await applyMissing(owner, urls.owner);
    });
  } catch (error) {
    throw connectionTrouble(error, "DATABASE_OWNER_URL", urls.owner);
  }
}

async function applyMissing(owner: Client, ownerUrl: string): Promise<void> {
  await owner.query("SELECT pg_advisory_lock($1)", [LOCK]);
  const files = listMigrations();
  if (!isUpToDate(files, await listApplied(owner))) await applyFiles(files, ownerUrl);
}

async function applyFiles(files: MigrationFile[], ownerUrl: string): Promise<void> {
  const { applyWithEngine } = await import("@/scripts/database/schema-engine");
  const list = {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
  try {
    await applyWithEngine(ownerUrl, list);
  } catch (error) {
    throw await migrationTrouble(error, files, ownerUrl);
  }
}

async function requireServerVersion(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ server_version: string }>("SHOW server_version");
  const version = rows[0]?.server_version ?? "0";
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  throw new Trouble(
    `The server of DATABASE_URL is PostgreSQL ${version}, ${OLDEST_SERVER} or newer is needed.`,
  );
}

async function requireOwner(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ may: boolean; me: string; name: string }>(
    `SELECT quote_ident(current_user) AS me, quote_ident(current_database()) AS name,
            EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'public'
                       AND has_schema_privilege(oid, 'CREATE')) AS may`,
  );
  const [row] = rows;
  if (row === undefined || row.may) return;
  throw new Trouble(
    `The user ${row.me} of DATABASE_OWNER_URL may not make tables in the database ${row.name}. ` +
      `Name its owner, or let an administrator run: ALTER DATABASE ${row.name} OWNER TO ${row.me};`,
  );
}

async function listApplied(owner: Client): Promise<AppliedRow[]> {
  try {
    const { rows } = await owner.query<AppliedRow>(
      `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished
         FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    );
    return rows;
  } catch (error) {
    if (errorCode(error) === "42P01") return [];
    throw error;
  }
}

export function isUpToDate(
  files: readonly MigrationFile[],
  applied: readonly AppliedRow[],
): boolean {
  const rows = new Map(applied.map((row) => [row.migration_name, row]));
  for (const { name, checksum } of files) {
    const row = rows.get(name);
    if (row && !row.is_finished) throw halfApplied(name);
    if (row && row.checksum !== checksum) throw changedAfterwards(name);
  }
  return files.every(({ name }) => rows.has(name));
}

function halfApplied(name: string): Trouble {
  return new Trouble(
    `The migration ${name} failed half-way in this database. Mend it by hand (npx prisma migrate ` +
      "resolve), or begin with an empty local database: npm run db:reset",
  );
}

function changedAfterwards(name: string): Trouble {
  return new Trouble(
    `The migration ${name} was changed after it had been applied to this database. Undo the change ` +
      "and add a new migration, or begin with an empty local database: npm run db:reset",
  );
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
