import { type Client, escapeIdentifier } from "pg";
import { errorCode, Trouble } from "@/scripts/trouble";

/** The roles that grants and policies name; the logins of the web and system URL join them. */
const GROUPS = { app: "mnm_app", system: "mnm_system" } as const;

export type Logins = { app: string; system: string };

/** Roles belong to the server, not to the database: migrations cannot bring them along. */
export async function ensureGroups(owner: Client): Promise<void> {
  for (const group of Object.values(GROUPS)) {
    const { rowCount } = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [group]);
    if (rowCount === 0) await asOwner(owner, `CREATE ROLE ${group} NOLOGIN`);
  }
}

/** Lets each login do what its group may, and nothing more. */
export async function admitLogins(owner: Client, logins: Logins): Promise<void> {
  for (const kind of ["app", "system"] as const) {
    const sql =
      "SELECT pg_has_role(rolname, $2, 'USAGE') AS is_member FROM pg_roles WHERE rolname = $1";
    const { rows } = await owner.query<{ is_member: boolean }>(sql, [logins[kind], GROUPS[kind]]);
    if (rows[0]?.is_member) continue;
    await asOwner(owner, `GRANT ${GROUPS[kind]} TO ${escapeIdentifier(logins[kind])}`);
  }
}

async function asOwner(owner: Client, sql: string): Promise<void> {
  try {
    await owner.query(sql);
  } catch (error) {
    if (errorCode(error) !== "42501") throw error;
    throw new Trouble(
      `The user of DATABASE_OWNER_URL may not do this; let an administrator run once: ${sql};`,
    );
  }
}
