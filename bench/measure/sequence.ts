import type { Sent } from "../load/http";
import { percentile } from "../percentile";
import type { Stage } from "../stage";

const WARM = 40;
const COUNTED = 200;

/** The requests one after another, again and again, warm: the 95th percentile. Each has to be answered 200. */
export async function sequence(stage: Stage, requests: Sent[]): Promise<number> {
  const all = Array.from({ length: WARM + COUNTED }, (_, n) => requests[n % requests.length]);
  const sent = all.filter((request) => request !== undefined);
  const { replies } = await stage.load.run({ kind: "pump", requests: sent, inFlight: 1 });
  const bad = replies.find(({ status }) => status !== 200);
  if (bad) throw new Error(`${requests[0]?.url}: ${bad.error ?? bad.status}`);
  return percentile(
    replies.slice(WARM).map(({ ms }) => ms),
    0.95,
  );
}
