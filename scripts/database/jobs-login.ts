import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { withClient } from "@/scripts/database/connect";
import { errorCode } from "@/scripts/trouble";

const WRONG_PASSWORD = "28P01";

/** What makes the login of the embedded job queue, and the same to be shown: without its password. */
export type JobsLogin = { sql: string; shown: string };

/**
 * Null when the login is there and is let in; else how it is made, or given its password again where
 * that has changed with the secret it comes from.
 */
export async function missingJobsLogin(owner: Client, jobsUrl: string): Promise<JobsLogin | null> {
  const { username, password } = new URL(jobsUrl);
  const role = decodeURIComponent(username);
  const { rowCount } = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  const isThere = rowCount === 1;
  if (isThere && (await letsIn(jobsUrl))) return null;
  const statement = `${isThere ? "ALTER" : "CREATE"} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD`;
  return {
    sql: `${statement} ${escapeLiteral(decodeURIComponent(password))};`,
    shown: `${statement} 'one of your own';`,
  };
}

async function letsIn(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
    return true;
  } catch (error) {
    if (errorCode(error) === WRONG_PASSWORD) return false;
    throw error;
  }
}
