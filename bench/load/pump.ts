import { agentFor, type Reply, send, type Sent } from "./http";

export type PumpJob = {
  kind: "pump";
  requests: Sent[];
  /** How many are under way at any moment; all of them is one instant. */
  inFlight: number;
  /** Stops beginning new ones after this time; without it all are sent once. */
  seconds?: number;
  /** Begins the list again when it ends, until the time is over. */
  repeat?: boolean;
  /** Sent once per connection before the clock runs: browsers that come back have one open. */
  openWith?: Sent;
  /** Bodies are large and rarely looked at. */
  keepBodies?: boolean;
};

export type Pumped = { replies: Reply[]; seconds: number };

/** Sends requests, so many at a time; `replies[i]` answers the i-th that was sent. */
export async function pump(job: PumpJob): Promise<Pumped> {
  const { requests, inFlight } = job;
  const agent = agentFor(inFlight);
  const { openWith } = job;
  if (openWith) {
    await Promise.all(Array.from({ length: inFlight }, () => send(agent, openWith)));
  }
  const replies: Reply[] = [];
  const oneInstant = inFlight >= requests.length && !job.repeat;
  const startedAt = performance.now();
  const end = job.seconds === undefined ? Infinity : startedAt + job.seconds * 1_000;
  let next = 0;
  const worker = async () => {
    while (performance.now() < end && (job.repeat || next < requests.length)) {
      const place = next++;
      const sent = requests[place % requests.length];
      if (sent === undefined) return;
      const reply = await send(agent, sent, oneInstant ? startedAt : undefined);
      replies[place] = job.keepBodies ? reply : { ...reply, body: "" };
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return { replies, seconds };
}
