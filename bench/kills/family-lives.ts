import type { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { agentFor, type Reply, send, type Sent } from "../load/http";
import type { Random } from "../random";
import { FREE_WEEKS, placeOf, studentAt, SLOTS_A_DAY, type Wish, wishOf } from "../rush-school";
import { bookRequest, cancelRequest, moveRequest } from "../stage";
import { BOOKING_COURSES } from "./ground";

/** What a client was told that the school has done. */
export type Told = { what: "booked" | "moved" | "cancelled"; bookingId: string };

export type LivesRun = { told: Told[]; refused: string[]; lost: number };

type Step = "book" | "move" | "cancel";
type Life = { student: number; week: number; steps: Step[]; bookingId: string | null };

const [EARLIER_WEEK, WEEK] = FREE_WEEKS;
/** What the families of a course do, by their place on its roster. */
const LIVES: readonly { week: number; steps: Step[] }[] = [
  ...Array.from({ length: 4 }, () => ({ week: WEEK, steps: ["book" as const] })),
  ...Array.from({ length: 2 }, () => ({ week: WEEK, steps: ["book" as const, "move" as const] })),
  { week: WEEK, steps: ["book", "cancel"] },
  ...Array.from({ length: 2 }, () => ({ week: EARLIER_WEEK, steps: ["move" as const] })),
  ...Array.from({ length: 2 }, () => ({ week: EARLIER_WEEK, steps: ["cancel" as const] })),
];
const AGAIN_MS = 300;
const SOCKETS = 8;

/** Every family that will do something; those that begin with a booking of theirs have none yet. */
export function livesOfFamilies(): Life[] {
  const courses = Array.from({ length: BOOKING_COURSES }, (_, n) => n + 1);
  return courses.flatMap((course) =>
    LIVES.map((life, place) => ({ ...life, student: studentAt(course, place), bookingId: null })),
  );
}

/** The bookings that families have before anything is killed. */
export async function bookBeforehand(base: string, lives: readonly Life[]): Promise<void> {
  const agent = agentFor(SOCKETS);
  for (const life of lives.filter(({ steps }) => steps[0] !== "book")) {
    const reply = await send(
      agent,
      bookRequest({ base }, wishOf(life.student, life.week, slotOf(life))),
    );
    if (reply.status !== 201) throw new Error(`booked beforehand: ${reply.status} ${reply.body}`);
    life.bookingId = idIn(reply);
  }
  agent.destroy();
}

/**
 * Families press at random moments while the server comes and goes. Whoever gets no answer tries the
 * same again, or leaves it at that: half of them each.
 */
export async function live(
  base: string,
  lives: readonly Life[],
  { random, seconds }: { random: Random; seconds: number },
): Promise<LivesRun> {
  const run: LivesRun = { told: [], refused: [], lost: 0 };
  const agent = agentFor(SOCKETS);
  const deadline = performance.now() + seconds * 1_000 + 30_000;
  const one = async (life: Life, { startsInMs, gapMs, triesAgain }: Temper) => {
    await pause(startsInMs);
    for (const step of life.steps) {
      const sent = requestOf(base, life, step);
      const reply = await press(agent, sent, triesAgain ? deadline : 0);
      if (reply === null) run.lost += 1;
      else if (reply.status >= 300) run.refused.push(`${step}: ${reply.status} ${reply.body}`);
      if (reply === null || reply.status >= 300) return;
      life.bookingId = idIn(reply);
      run.told.push({ what: PAST[step], bookingId: life.bookingId });
      await pause(gapMs);
    }
  };
  await Promise.all(lives.map((life) => one(life, temperOf(random, seconds))));
  agent.destroy();
  return run;
}

type Temper = { startsInMs: number; gapMs: number; triesAgain: boolean };

function temperOf(random: Random, seconds: number): Temper {
  return {
    startsInMs: random.between(0, seconds * 950),
    gapMs: random.between(100, 4_000),
    triesAgain: random.next() < 0.5,
  };
}

const PAST = { book: "booked", move: "moved", cancel: "cancelled" } as const;

function requestOf(base: string, life: Life, step: Step): Sent {
  if (step === "book") return bookRequest({ base }, wishOf(life.student, life.week, slotOf(life)));
  const { student, week, bookingId } = life;
  if (bookingId === null) throw new Error("nothing was booked");
  if (step === "cancel") return cancelRequest({ base }, { student, bookingId });
  const { startsAt } = movedTo({ student, week });
  return moveRequest({ base }, { student, bookingId, startsAt });
}

/** Each place of a roster has a time of its own on the first day of the week, and one on the next. */
function slotOf({ student }: { student: number }): number {
  return placeOf(student);
}

function movedTo({ student, week }: { student: number; week: number }): Wish {
  return wishOf(student, week, SLOTS_A_DAY + placeOf(student));
}

/** The answer; null where there was none, or none that says how it stands. */
async function press(agent: Agent, sent: Sent, until: number): Promise<Reply | null> {
  for (;;) {
    const reply = await send(agent, sent);
    if (reply.status !== 0 && reply.status < 500) return reply;
    if (performance.now() > until) return null;
    await pause(AGAIN_MS);
  }
}

function idIn({ body }: Reply): string {
  return (JSON.parse(body) as { id: string }).id;
}
