import { Client } from "pg";
import { prepareDatabase } from "@/scripts/database/migrate";
import { openThrowaway } from "@/scripts/database/throwaway";
import { ownJobsUrl } from "@/scripts/database/urls";

/**
 * For test runners: a throw-away server (or the one named by TEST_*_URL) with one migrated template
 * database. Says where as a line of JSON, and takes all of it away when its stdin closes.
 */
type Urls = Record<"owner" | "app" | "system" | "jobs" | "superuser", string>;

const template = process.argv[2] ?? "mnm_test_template";
const { urls, stop } = await openServer();
try {
  await createTemplate();
  process.stdout.write(`${JSON.stringify({ urls, template })}\n`);
  await stdinClosed();
} finally {
  await stop();
}
process.exit(0);

async function openServer(): Promise<{ urls: Urls; stop: () => Promise<void> }> {
  const { TEST_OWNER_URL, TEST_APP_URL, TEST_SYSTEM_URL, TEST_SUPERUSER_URL } = process.env;
  if (TEST_OWNER_URL && TEST_APP_URL && TEST_SYSTEM_URL && TEST_SUPERUSER_URL) {
    return {
      urls: {
        owner: TEST_OWNER_URL,
        app: TEST_APP_URL,
        system: TEST_SYSTEM_URL,
        jobs: ownJobsUrl(within(TEST_APP_URL), template),
        superuser: TEST_SUPERUSER_URL,
      },
      stop: dropDatabases,
    };
  }
  const own = await openThrowaway({ durable: false });
  return { urls: { ...own.urls, superuser: own.superuserUrl }, stop: own.stop };
}

function within(url: string): string {
  return Object.assign(new URL(url), { pathname: `/${template}` }).href;
}

async function createTemplate(): Promise<void> {
  const owner = decodeURIComponent(new URL(urls.owner).username);
  await asSuperuser((client) => client.query(`CREATE DATABASE "${template}" OWNER "${owner}"`));
  await prepareDatabase({
    owner: within(urls.owner),
    app: within(urls.app),
    system: within(urls.system),
    jobs: within(urls.jobs),
  });
  await asSuperuser(async (client) => {
    // A database that somebody is connected to cannot be cloned.
    await client.query(`ALTER DATABASE "${template}" ALLOW_CONNECTIONS false`);
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [template],
    );
  });
}

/** On a server that others use too: the template and its copies, which share its first name. */
async function dropDatabases(): Promise<void> {
  await asSuperuser(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [template],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS "${new URL(urls.jobs).username}"`);
  });
}

async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urls.superuser });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function stdinClosed(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.on("end", resolve).on("close", resolve).resume();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
  });
}
