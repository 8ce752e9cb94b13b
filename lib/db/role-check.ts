type Row = Record<string, unknown>;
type RunQuery = (sql: string) => Promise<{ rows: Row[] }>;
type LoginKind = "app" | "system" | "jobs";

/** Every role that the login is, or could become, whichever way the membership was granted. */
const REACHABLE_ROLES = `
  WITH RECURSIVE reachable(oid) AS (
    SELECT oid FROM pg_roles WHERE rolname IN (session_user, current_user)
    UNION
    SELECT m.roleid FROM pg_auth_members m JOIN reachable r ON m.member = r.oid
  )`;

const POWERFUL_ROLES = `${REACHABLE_ROLES}
  SELECT rolname AS role, rolsuper, rolbypassrls, rolcreaterole, rolreplication
    FROM pg_roles JOIN reachable USING (oid)
   WHERE rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication
      OR rolname LIKE 'pg\\_%'`;

const OWNED_THINGS = `${REACHABLE_ROLES}
  SELECT 'the database ' || datname AS thing FROM pg_database
   WHERE datname = current_database() AND datdba IN (SELECT oid FROM reachable)
  UNION ALL
  SELECT 'the schema ' || nspname FROM pg_namespace WHERE nspowner IN (SELECT oid FROM reachable)
  UNION ALL
  (SELECT 'the table ' || relname FROM pg_class
    WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relowner IN (SELECT oid FROM reachable)
      AND relnamespace <> COALESCE(to_regnamespace('jobs')::oid, 0::oid)
    ORDER BY relname LIMIT 3)`;

const GROUPS = `${REACHABLE_ROLES}
  SELECT rolname AS role FROM pg_roles JOIN reachable USING (oid)
   WHERE rolname IN ('mnm_app', 'mnm_system', 'mnm_jobs')`;

/**
 * Why a database login must not be used by the running app: it could step around row-level
 * security. Empty when all is well. Start-up refuses on any entry.
 */
export async function roleProblems(query: RunQuery, kind: LoginKind): Promise<string[]> {
  const powers = (await query(POWERFUL_ROLES)).rows.map(powerProblem);
  const owned = (await query(OWNED_THINGS)).rows.map((row) => `it owns ${String(row["thing"])}`);
  const groups = (await query(GROUPS)).rows.map((row) => String(row["role"]));
  return [...powers, ...owned, ...groupProblems(groups, kind)];
}

function powerProblem(row: Row): string {
  const names: Record<string, string> = {
    rolsuper: "SUPERUSER",
    rolbypassrls: "BYPASSRLS",
    rolcreaterole: "CREATEROLE",
    rolreplication: "REPLICATION",
  };
  const powers = Object.keys(names).filter((column) => row[column] === true);
  const what = powers.length > 0 ? ` (${powers.map((each) => names[each]).join(", ")})` : "";
  return `it is or can become ${String(row["role"])}${what}`;
}

function groupProblems(groups: readonly string[], kind: LoginKind): string[] {
  const own = `mnm_${kind}`;
  const problems = groups.includes(own) ? [] : [`it is not a member of ${own}`];
  const others = groups.filter((group) => group !== own);
  return [...problems, ...others.map((group) => `it can become ${group}`)];
}
