import type { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { formFields, formPost } from "./forms";
import { agentFor, type Reply, send, type Sent } from "./http";

export type Visit = {
  /** When this family opens the app. */
  afterMs: number;
  headers: Record<string, string>;
  base: string;
  familyPath: string;
  bookPath: string;
  slotsPath: string;
  /** Which of the free slots takes their fancy, from 0 to 1. */
  fancy: number;
};

export type VisitsJob = { kind: "visits"; visits: Visit[]; polls: number };

type Step = "family" | "picker" | "poll" | "confirm" | "book" | "booked" | "script";
export type VisitReply = { step: Step; reply: Reply };
export type Visited = { startsAt: string | null; replies: VisitReply[] };

const POLL_MS = 1_500;
const READING_MS = 1_000;
const SOCKETS_OF_A_BROWSER = 6;

/** What parents' browsers send while they look, choose and book, each at its own time. */
export async function visitAll(job: VisitsJob): Promise<Visited[]> {
  return Promise.all(
    job.visits.map(async (visit) => {
      await pause(visit.afterMs);
      const agent = agentFor(SOCKETS_OF_A_BROWSER);
      try {
        return await visitOnce(agent, visit, job.polls);
      } finally {
        agent.destroy();
      }
    }),
  );
}

async function visitOnce(agent: Agent, visit: Visit, polls: number): Promise<Visited> {
  const replies: VisitReply[] = [];
  const ask = async (step: Step, sent: Sent) => {
    const reply = await send(agent, sent);
    replies.push({ step, reply: { ...reply, body: "" } });
    return reply;
  };
  const page = (path: string): Sent => ({ url: visit.base + path, headers: visit.headers });

  const home = await ask("family", page(visit.familyPath));
  await Promise.all(scriptsOf(home.body).map((path) => ask("script", page(path))));
  await pause(READING_MS);
  await ask("picker", page(visit.bookPath));
  const startsAt = await watchSlots(visit, polls, (headers) =>
    ask("poll", { ...page(visit.slotsPath), headers: { ...visit.headers, ...headers } }),
  );
  if (startsAt === null) return { startsAt, replies };

  const confirm = page(confirmPath(visit.bookPath, startsAt));
  const fields = formFields((await ask("confirm", confirm)).body, "requestKey");
  if (fields === null) return { startsAt, replies };
  await pause(READING_MS);
  const booked = await send(agent, formPost(confirm, fields));
  replies.push({ step: "book", reply: booked });
  const { location } = booked.headers;
  if (location)
    await ask("booked", page(new URL(location, visit.base).href.slice(visit.base.length)));
  return { startsAt, replies };
}

type Poll = (headers: Record<string, string>) => Promise<Reply>;

async function watchSlots(visit: Visit, polls: number, poll: Poll): Promise<string | null> {
  let free: string[] = [];
  let etag: string | undefined;
  for (let round = 0; round <= polls; round += 1) {
    if (round > 0) await pause(POLL_MS);
    const reply = await poll(etag ? { "if-none-match": etag } : {});
    if (reply.status !== 200) continue;
    etag = reply.headers["etag"];
    const { slots } = JSON.parse(reply.body) as { slots: { startsAt: string }[] };
    free = slots.map(({ startsAt }) => startsAt);
  }
  return free[Math.floor(visit.fancy * free.length)] ?? null;
}

export function confirmPath(bookPath: string, startsAt: string): string {
  const [path, query] = bookPath.split("?");
  return `${path}/confirm?${query}&at=${encodeURIComponent(startsAt)}`;
}

/** The scripts that a page loads in a current browser. */
export function scriptsOf(html: string): string[] {
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g) ?? [];
  const current = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  return [...new Set(current.map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? ""))];
}
