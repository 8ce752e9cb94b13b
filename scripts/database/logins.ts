import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import type { Secrets } from "@/scripts/data-folder";
import { withClient } from "@/scripts/database/connect";
import type { DatabaseUrls } from "@/scripts/database/embedded";

const OWNER = "mnm_owner";
const APP = "mnm_web";
const SYSTEM = "mnm_sys";

/** Nobody waits long behind a lock: a rush is answered or refused, never piled up. */
const PATIENCE = {
  [APP]: {
    lock_timeout: "3s",
    statement_timeout: "10s",
    idle_in_transaction_session_timeout: "10s",
  },
  [SYSTEM]: {
    lock_timeout: "5s",
    statement_timeout: "30s",
    idle_in_transaction_session_timeout: "30s",
  },
};

export function superuserUrl(secrets: Secrets, port: number): string {
  return urlFor("postgres", secrets.superuserPassword, port, "postgres");
}

export function urlsOf(secrets: Secrets, port: number, database: string): DatabaseUrls {
  return {
    app: urlFor(APP, secrets.appPassword, port, database),
    system: urlFor(SYSTEM, secrets.systemPassword, port, database),
    owner: urlFor(OWNER, secrets.ownerPassword, port, database),
  };
}

/** The three logins and an empty database of the owner, unless they are there already. */
export async function createDatabase(
  superuser: string,
  name: string,
  secrets: Secrets,
): Promise<void> {
  await withClient(superuser, async (client) => {
    if (await exists(client, "SELECT 1 FROM pg_database WHERE datname = $1", name)) return;
    await ensureLogin(client, OWNER, secrets.ownerPassword, "CREATEROLE");
    await ensureLogin(client, APP, secrets.appPassword, "NOCREATEROLE");
    await ensureLogin(client, SYSTEM, secrets.systemPassword, "NOCREATEROLE");
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${OWNER}`);
  });
}

/** The owner's database anew and empty; who is connected is sent away. */
export async function recreateDatabase(superuser: string, ownerUrl: string): Promise<void> {
  const name = escapeIdentifier(new URL(ownerUrl).pathname.slice(1));
  await withClient(superuser, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} OWNER ${OWNER}`);
  });
}

async function ensureLogin(
  client: Client,
  role: keyof typeof PATIENCE | typeof OWNER,
  password: string,
  right: string,
): Promise<void> {
  if (await exists(client, "SELECT 1 FROM pg_roles WHERE rolname = $1", role)) return;
  await client.query(`CREATE ROLE ${role} LOGIN ${right} PASSWORD ${escapeLiteral(password)}`);
  const settings: Record<string, string> = role === OWNER ? {} : PATIENCE[role];
  for (const [setting, value] of Object.entries(settings)) {
    await client.query(`ALTER ROLE ${role} SET ${setting} = ${escapeLiteral(value)}`);
  }
}

async function exists(client: Client, sql: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [name]);
  return rowCount === 1;
}

function urlFor(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
