import { roleProblems } from "@/lib/db/role-check";
import { withClient } from "@/scripts/database/connect";
import { connectionTrouble, requireAddress } from "@/scripts/database/connection-trouble";
import { type DatabaseUrls, ownJobsUrl } from "@/scripts/database/urls";
import { Trouble } from "@/scripts/trouble";

const VARIABLES = {
  app: "DATABASE_URL",
  system: "DATABASE_SYSTEM_URL",
  jobs: "DATABASE_JOBS_URL",
  owner: "DATABASE_OWNER_URL",
} as const;

/** The first reasons tell enough, in one line. */
const MOST_REASONS = 3;

type Settings = Record<string, string | undefined>;

/**
 * The server a person named: its logins, or null when none is named at all. The job queue's may be
 * left out: the owner makes it then.
 */
export function namedDatabase(settings: Settings): DatabaseUrls | null {
  const given = Object.values(VARIABLES).filter((variable) => settings[variable]);
  if (given.length === 0) return null;
  const app = required(settings, VARIABLES.app);
  const urls = {
    app,
    system: required(settings, VARIABLES.system),
    jobs: settings[VARIABLES.jobs]
      ? required(settings, VARIABLES.jobs)
      : ownJobsUrl(app, settings["LINK_SECRET"] ?? ""),
    owner: required(settings, VARIABLES.owner),
  };
  const users = Object.values(urls).map((url) => new URL(url).username);
  if (new Set(users).size === users.length) return urls;
  throw new Trouble(
    "DATABASE_URL, DATABASE_SYSTEM_URL, DATABASE_JOBS_URL and DATABASE_OWNER_URL must name different users: " +
      "the app must not be able to step around the separation of schools (see .env.example).",
  );
}

function required(settings: Settings, variable: string): string {
  const value = settings[variable];
  if (value) {
    requireAddress(variable, value);
    return value;
  }
  throw new Trouble(
    `${variable} is not set: with a server of your own DATABASE_URL, DATABASE_SYSTEM_URL and ` +
      "DATABASE_OWNER_URL are all needed (see .env.example and .env.setup.example).",
  );
}

/** Each login answers, they meet in one database, and those of the app cannot bypass its rules. */
export async function requireSafeLogins(urls: DatabaseUrls): Promise<void> {
  const home = await lookInto(urls, "owner");
  for (const kind of ["app", "system", "jobs"] as const) {
    const found = await lookInto(urls, kind);
    if (found.database !== home.database) {
      throw new Trouble(`${VARIABLES[kind]} and DATABASE_OWNER_URL name different databases.`);
    }
    if (found.problems.length > 0) {
      throw new Trouble(
        `The login of ${VARIABLES[kind]} must not be used: ${found.problems.slice(0, MOST_REASONS).join("; ")}. ` +
          "Name a login without such rights (see .env.example).",
      );
    }
  }
}

async function lookInto(urls: DatabaseUrls, kind: keyof DatabaseUrls) {
  try {
    return await withClient(urls[kind], async (client) => {
      const { rows } = await client.query<{ database: string }>(
        "SELECT current_database() || ' ' || pg_postmaster_start_time() AS database",
      );
      const query = (sql: string) => client.query<Record<string, unknown>>(sql);
      const problems = kind === "owner" ? [] : await roleProblems(query, kind);
      return { database: rows[0]?.database ?? "", problems };
    });
  } catch (error) {
    throw connectionTrouble(error, VARIABLES[kind], urls[kind]);
  }
}
