import { json } from "@/lib/api-json";
import { log } from "@/lib/log";
import { touchDatabase } from "@/lib/database-health";

export const dynamic = "force-dynamic";

/** Whether this server can serve: for load balancers and start-up. Says nothing more. */
export async function GET(): Promise<Response> {
  try {
    await touchDatabase();
    return json({ status: "ok" });
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return json({ status: "unavailable" }, { status: 503 });
  }
}
