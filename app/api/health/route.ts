import { json } from "@/lib/api-json";
import { checkHealth } from "@/lib/watching/check-server";

export const dynamic = "force-dynamic";

/** Whether this server can serve, and what its outbox owes: for load balancers and alarms. */
export async function GET(): Promise<Response> {
  const outbox = await checkHealth();
  if (outbox === null) return json({ status: "unavailable" }, { status: 503 });
  return json({ status: "ok", outbox });
}
