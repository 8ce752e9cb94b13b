import { json } from "@/lib/api-json";
import { checkReadiness } from "@/lib/watching/check-server";

export const dynamic = "force-dynamic";

/** Whether people may be sent to this server; each check says its numbers and nothing else. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return json(readiness, { status: readiness.status === "ready" ? 200 : 503 });
}
