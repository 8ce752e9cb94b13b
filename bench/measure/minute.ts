import type { Visit, Visited, VisitReply } from "../load/family-visit";
import { systemNow } from "@/lib/time/instant";
import { percentile } from "../percentile";
import { reset } from "../reset";
import { FREE_WEEKS } from "../rush-school";
import { browserOf, familyPath, pickerPath, slotsPath, type Stage } from "../stage";
import { screenAnswer, type Told } from "../verdict";
import { outboxLagSince } from "./outbox-lag";
import { type Damage, FAMILIES_AT_ONCE, judgeStorm } from "./storms";

const MINUTE_MS = 60_000;
const POLLS = 6;
const WEEK = FREE_WEEKS[1];

/** What may come back from each step of a visit. */
const EXPECTED: Record<VisitReply["step"], readonly number[]> = {
  family: [200],
  script: [200],
  picker: [200],
  poll: [200, 304],
  confirm: [200],
  book: [200, 303],
  booked: [200],
};

/** 99th percentiles, in ms. */
export type StormMinute = { reply: number; outboxLag: number };

/**
 * 200 families within a minute: family page, slot picker with its polling, confirmation, booking and
 * what follows. Scripts are loaded but not counted: they would only flatter the percentile.
 */
export async function stormMinute(stage: Stage, damage: Damage): Promise<StormMinute> {
  await reset(stage.databaseUrl);
  const startedAt = systemNow();
  const students = Array.from({ length: FAMILIES_AT_ONCE }, (_, n) => n + 1);
  const visits = await Promise.all(students.map((student) => visitOf(stage, student)));
  const visited = await stage.load.run({ kind: "visits", visits, polls: POLLS });
  await judgeStorm(
    stage,
    damage,
    students.flatMap((student, n) => toldTo(student, visited[n])),
  );
  const replies = visited.flatMap((visit) => visit.replies);
  damage.wrong.push(...replies.flatMap(strange));
  const counted = replies.filter(({ step }) => step !== "script");
  const times = counted.map(({ reply }) => reply.ms);
  const outboxLag = await outboxLagSince(stage.databaseUrl, startedAt);
  return { reply: percentile(times, 0.99), outboxLag };
}

async function visitOf(stage: Stage, student: number): Promise<Visit> {
  return {
    afterMs: ((student - 1) / FAMILIES_AT_ONCE) * MINUTE_MS,
    headers: await browserOf("guardian", student),
    base: stage.base,
    familyPath,
    bookPath: pickerPath(student, WEEK),
    slotsPath: slotsPath(student, WEEK),
    fancy: ((student * 37) % 100) / 100,
  };
}

function toldTo(student: number, visited: Visited | undefined): Told[] {
  const book = visited?.replies.find(({ step }) => step === "book");
  const wish = { student, week: WEEK, startsAt: visited?.startsAt ?? "" };
  if (book) return [{ wish, answer: screenAnswer(book.reply) }];
  return [{ wish, answer: { told: "nothing", why: "never came to the booking" } }];
}

function strange({ step, reply }: VisitReply): string[] {
  if (EXPECTED[step].includes(reply.status)) return [];
  return [`${step}: ${reply.error ?? `status ${reply.status}`}`];
}
