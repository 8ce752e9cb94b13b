import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import type { Secrets } from "@/scripts/data-folder";
import { withClient } from "@/scripts/database/connect";
import { type DatabaseUrls, ownJobsUrl } from "@/scripts/database/urls";

type Login = { role: string; password: string; right: string; settings: Record<string, string> };

const OWNER = "mnm_owner";

/** The logins of a local server, kept as `secrets`. Web and system give up soon behind a lock. */
function loginsOf(secrets: Secrets): Record<"owner" | "app" | "system", Login> {
  return {
    owner: {
      role: OWNER,
      password: secrets.ownerPassword,
      right: "CREATEROLE",
      settings: {},
    },
    app: {
      role: "mnm_web",
      password: secrets.appPassword,
      right: "NOCREATEROLE",
      settings: patience("3s", "10s"),
    },
    system: {
      role: "mnm_sys",
      password: secrets.systemPassword,
      right: "NOCREATEROLE",
      settings: patience("5s", "30s"),
    },
  };
}

function patience(forLock: string, forStatement: string): Record<string, string> {
  return {
    lock_timeout: forLock,
    statement_timeout: forStatement,
    idle_in_transaction_session_timeout: forStatement,
  };
}

export function superuserUrl(secrets: Secrets, port: number): string {
  return urlFor({ role: "postgres", password: secrets.superuserPassword }, port, "postgres");
}

export function urlsOf(secrets: Secrets, port: number, database: string): DatabaseUrls {
  const { app, system, owner } = loginsOf(secrets);
  const appUrl = urlFor(app, port, database);
  return {
    app: appUrl,
    system: urlFor(system, port, database),
    jobs: ownJobsUrl(appUrl, secrets.linkSecret),
    owner: urlFor(owner, port, database),
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
    for (const login of Object.values(loginsOf(secrets))) await ensureLogin(client, login);
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

async function ensureLogin(client: Client, login: Login): Promise<void> {
  const { role, password, right, settings } = login;
  if (await exists(client, "SELECT 1 FROM pg_roles WHERE rolname = $1", role)) return;
  await client.query(`CREATE ROLE ${role} LOGIN ${right} PASSWORD ${escapeLiteral(password)}`);
  for (const [setting, value] of Object.entries(settings)) {
    await client.query(`ALTER ROLE ${role} SET ${setting} = ${escapeLiteral(value)}`);
  }
}

async function exists(client: Client, sql: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [name]);
  return rowCount === 1;
}

type Credentials = Pick<Login, "role" | "password">;

function urlFor({ role, password }: Credentials, port: number, database: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
