import { type Client, escapeIdentifier } from "pg";
import type { JobsLogin } from "@/scripts/database/jobs-login";
import { errorCode, Trouble } from "@/scripts/trouble";

/** The roles that grants and policies name; the logins of the web and system URL join them. */
const GROUPS = { app: "mnm_app", system: "mnm_system", jobs: "mnm_jobs" } as const;

type Kind = keyof typeof GROUPS;
type Logins = Record<Kind, string>;

const KINDS = Object.keys(GROUPS) as Kind[];

/**
 * Roles belong to the server, not to the database: migrations cannot bring them along. Makes what is
 * missing; throws Trouble with all of it as SQL where the owner may not.
 */
export async function ensureGroups(
  owner: Client,
  logins: Logins,
  jobsLogin: JobsLogin | null = null,
): Promise<void> {
  await refuseSwapped(owner, logins);
  const groups = await missingGroups(owner);
  const members = await missingMembers(owner, logins);
  const missing = [...groups, ...(jobsLogin === null ? [] : [jobsLogin.sql]), ...members];
  try {
    for (const sql of missing) await owner.query(sql);
  } catch (error) {
    if (errorCode(error) !== "42501") throw error;
    const shown = [...groups, ...(jobsLogin === null ? [] : [jobsLogin.shown]), ...members];
    const named = jobsLogin === null ? "" : " and name the login of the jobs in DATABASE_JOBS_URL";
    throw new Trouble(
      `The user of DATABASE_OWNER_URL may not make roles; let an administrator run once${named}: ${shown.join(" ")}`,
    );
  }
}

/** A login that was once named for the other purpose keeps that right until it is taken away. */
async function refuseSwapped(owner: Client, logins: Logins): Promise<void> {
  const pairs = KINDS.flatMap((kind) =>
    KINDS.filter((other) => other !== kind).map((other) => [kind, other] as const),
  );
  for (const [kind, other] of pairs) {
    if (!(await isMember(owner, GROUPS[other], logins[kind]))) continue;
    const login = escapeIdentifier(logins[kind]);
    throw new Trouble(
      `The user ${login} is the ${kind}'s login now, but was let in as the ${other}'s before. Put ` +
        "DATABASE_URL, DATABASE_SYSTEM_URL and DATABASE_JOBS_URL back as they were, or let the owner run: " +
        `REVOKE ${GROUPS[other]} FROM ${login};`,
    );
  }
}

async function missingGroups(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name
      WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name)`,
    [Object.values(GROUPS)],
  );
  return rows.map(({ name }) => `CREATE ROLE ${name} NOLOGIN;`);
}

async function missingMembers(owner: Client, logins: Logins): Promise<string[]> {
  const missing: string[] = [];
  for (const kind of KINDS) {
    if (await isMember(owner, GROUPS[kind], logins[kind])) continue;
    missing.push(`GRANT ${GROUPS[kind]} TO ${escapeIdentifier(logins[kind])};`);
  }
  return missing;
}

async function isMember(owner: Client, group: string, login: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    `SELECT 1 FROM pg_auth_members m
       JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
      WHERE g.rolname = $1 AND l.rolname = $2 AND m.inherit_option`,
    [group, login],
  );
  return rowCount !== 0;
}
