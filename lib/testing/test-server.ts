import { Client, type QueryResult } from "pg";
import { z } from "zod";

const urlsSchema = z.object({
  owner: z.string(),
  app: z.string(),
  system: z.string(),
  jobs: z.string(),
  superuser: z.string(),
});

/** The throw-away instance of a run: its logins, and the migrated database to clone. */
export const testServerSchema = z.object({ urls: urlsSchema, template: z.string() });

export type TestUrls = z.infer<typeof urlsSchema>;
export type TestServer = z.infer<typeof testServerSchema>;

export type RunQuery = (
  sql: string,
  values?: readonly unknown[],
) => Promise<QueryResult<Record<string, unknown>>>;

function inDatabase(urls: TestUrls, database: string): TestUrls {
  const within = (url: string) => {
    const address = new URL(url);
    address.pathname = `/${database}`;
    return address.href;
  };
  return {
    owner: within(urls.owner),
    app: within(urls.app),
    system: within(urls.system),
    jobs: within(urls.jobs),
    superuser: within(urls.superuser),
  };
}

async function withSuperuser<T>(
  server: TestServer,
  work: (query: RunQuery) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: server.urls.superuser });
  await client.connect();
  try {
    return await work((sql, values) => client.query(sql, values ? [...values] : undefined));
  } finally {
    await client.end();
  }
}

/** A fresh copy of the template; leaves one of that name alone unless it is to be new. */
export async function cloneTemplate(
  server: TestServer,
  name: string,
  state: "kept" | "new",
): Promise<TestUrls> {
  await withSuperuser(server, async (query) => {
    const { rowCount } = await query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 1 && state === "kept") return;
    const owner = decodeURIComponent(new URL(server.urls.owner).username);
    if (rowCount === 1) await query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await query(`CREATE DATABASE "${name}" TEMPLATE "${server.template}" OWNER "${owner}"`);
  });
  return inDatabase(server.urls, name);
}
