import { realpathSync } from "node:fs";
import { Client } from "pg";

/** One connection for the time of the work. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  await connect(client);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What cannot be opened is closed all the same: its socket would keep this process from ending. */
async function connect(client: Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
}

/** Whether the server behind the URL answers and keeps its data in that folder. */
export async function isServing(url: string, dataFolder: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
      return rows[0]?.data_directory === realpathSync(dataFolder);
    });
  } catch {
    return false;
  }
}
