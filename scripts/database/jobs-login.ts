import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { withClient } from "@/scripts/database/connect";
import { errorCode, Trouble } from "@/scripts/trouble";

const WRONG_PASSWORD = "28P01";
const NOT_ALLOWED = "42501";

/**
 * The login of the embedded job queue: made where it is missing, given its password again where that
 * has changed with the secret it comes from. Throws Trouble where the owner may not.
 */
export async function ensureJobsLogin(owner: Client, jobsUrl: string): Promise<void> {
  const { username, password } = new URL(jobsUrl);
  const role = decodeURIComponent(username);
  const { rowCount } = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  const isThere = rowCount === 1;
  if (isThere && (await letsIn(jobsUrl))) return;
  const verb = isThere ? "ALTER" : "CREATE";
  const statement = `${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD`;
  try {
    await owner.query(`${statement} ${escapeLiteral(decodeURIComponent(password))}`);
  } catch (error) {
    // Two that start side by side: the other was faster.
    if (errorCode(error) === "42710") return;
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    throw new Trouble(
      "The user of DATABASE_OWNER_URL may not make the login of the job queue. Let an administrator " +
        `run once: ${statement} 'a password of yours'; and name that login in DATABASE_JOBS_URL ` +
        "(see .env.example).",
    );
  }
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
