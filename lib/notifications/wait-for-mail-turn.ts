import { setTimeout as pause } from "node:timers/promises";
import { callAsSystem } from "@/lib/db/call";
import { env } from "@/lib/env";

/**
 * Waits for this process's turn to send: the turns of all processes together are `MAIL_PER_SECOND`,
 * since the vendor counts requests and not machines.
 */
export async function waitForMailTurn(): Promise<void> {
  const waitMs = await callAsSystem("take_mail_turn", [1 / env.MAIL_PER_SECOND]);
  if (typeof waitMs === "number" && waitMs > 0) await pause(waitMs);
}
