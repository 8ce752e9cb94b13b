import { callInSchool } from "@/lib/db/call";
import { newId, type BookingId, type EnrolmentId } from "@/lib/ids";
import { reachOf } from "@/lib/people/reach";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant, plusMinutes, type Instant } from "@/lib/time/instant";
import type { BookingFacts } from "./booking-facts";
import { mayBookFirst } from "./window/booking-window";
import { getClashRefusal, type WantedClash } from "./get-clash-refusal";
import { decideAdminStart, decideFamilyStart, weekOfStart, type AdminSay } from "./decide-start";
import { actorIdOf, getBookingFacts } from "./get-booking-facts";
import { answerBrokenRule } from "./answer-broken-rule";
import { earlierResult, hashOfInput } from "./request-key";
import { untilFresh, type WriteAnswer } from "./write-answer";

export type WantedBooking = { week: number; startsAt: Instant };

export type BookLessons = {
  enrolmentId: EnrolmentId;
  lessons: readonly WantedBooking[];
  /** The same key again gives the first result; null only for jobs and seeds. */
  requestKey: string | null;
  /** Heard for admins only. */
  overrideReason?: string | null;
  acceptWarnings?: boolean;
};

export type BookedLessons = { bookingIds: BookingId[]; repeated: boolean };

type Decided = WantedBooking & { lessonWeek: number; roomIds: string[] };

/**
 * Books one or all individual lessons of an enrolment: all or none. Two round trips: the facts, on
 * which the rules decide, and the write, which has the last word under its locks.
 * Throws `NotFound` for an enrolment out of reach and `Refusal` (refusals.ts); what clashed is in
 * its `details.clashes` with the nearest free starts.
 */
export async function bookLessons(ctx: SchoolContext, input: BookLessons): Promise<BookedLessons> {
  const lessons = [...input.lessons].sort((a, b) => a.week - b.week);
  const inputHash = hashOfInput("book", [input.enrolmentId, lessons, sayOf(input)]);
  return untilFresh(async () => {
    const facts = await getBookingFacts(ctx, {
      enrolmentId: input.enrolmentId,
      weeks: lessons.map(({ week }) => week),
      starts: lessons.map(({ startsAt }) => startsAt),
      requestKey: input.requestKey,
    });
    const earlier = earlierResult(facts.request, inputHash);
    if (earlier !== null) return { bookingIds: earlier as BookingId[], repeated: true };
    const decided = await decide(ctx, facts, { ...input, lessons });
    const answer = await write(ctx, facts, { ...input, inputHash, decided });
    if (answer.status !== "clash") return bookedOf(answer);
    throw await getClashRefusal(
      ctx,
      facts,
      answer.clashes.flatMap(({ week, code }) => wantedClash(ctx, lessons, { week, code })),
    );
  });
}

async function decide(
  ctx: SchoolContext,
  facts: BookingFacts,
  input: BookLessons,
): Promise<Decided[]> {
  if (facts.courseKind !== "HYBRID") throw new Refusal("not-an-individual-week");
  const asAdmin = reachOf(ctx).kind === "school";
  const window = mayBookFirst({ ...windowOf(facts) }, ctx.now);
  if (!asAdmin && !window.ok) throw new Refusal(window.code);
  const say = sayOf(input);
  const clashes: WantedClash[] = [];
  const decided = input.lessons.flatMap(({ week, startsAt }): Decided[] => {
    const lessonWeek = asAdmin ? (weekOfStart(facts, startsAt) ?? week) : week;
    const query = { week: lessonWeek, owedWeek: week, now: ctx.now };
    if (facts.bookings.some((booking) => booking.week === week)) {
      clashes.push({ query, startsAt, code: "already-booked" });
      return [];
    }
    const verdict = asAdmin
      ? decideAdminStart(facts, query, { startsAt, say })
      : decideFamilyStart(facts, query, startsAt);
    if (verdict.ok) return [{ week, lessonWeek, startsAt, roomIds: verdict.roomIds }];
    clashes.push({ query, startsAt, code: verdict.code });
    return [];
  });
  if (clashes.length > 0) throw await getClashRefusal(ctx, facts, clashes);
  return decided;
}

function windowOf({ course, enrolment }: BookingFacts) {
  return {
    opensAt: course.windowOpensAt,
    closesAt: course.windowClosesAt,
    bookUntil: enrolment.bookUntil,
  };
}

function sayOf(input: BookLessons): AdminSay {
  return {
    overrideReason: input.overrideReason ?? null,
    acceptWarnings: input.acceptWarnings ?? false,
  };
}

async function write(
  ctx: SchoolContext,
  facts: BookingFacts,
  input: BookLessons & { inputHash: string; decided: Decided[] },
): Promise<WriteAnswer> {
  const lessons = input.decided.map(({ startsAt, ...lesson }) => ({
    ...lesson,
    bookingId: newId(),
    lessonId: newId(),
    auditId: newId(),
    startsAt: isoFromInstant(startsAt),
    endsAt: isoFromInstant(plusMinutes(startsAt, facts.course.lessonMinutes)),
  }));
  const answer = await callInSchool(ctx, "book_lessons", [
    actorIdOf(ctx),
    input.requestKey,
    input.inputHash,
    isoFromInstant(ctx.now),
    facts.scheduleVersion,
    input.enrolmentId,
    JSON.stringify(lessons),
    reachOf(ctx).kind === "school" ? (input.overrideReason ?? null) : null,
    newId(),
    ctx.requestId,
  ]).catch(answerBrokenRule);
  return answer as WriteAnswer;
}

function bookedOf(answer: Exclude<WriteAnswer, { status: "clash" }>): BookedLessons | "stale" {
  switch (answer.status) {
    case "done":
    case "repeated":
      return { bookingIds: answer.bookingIds, repeated: answer.status === "repeated" };
    case "stale":
      return "stale";
    case "key-reused":
      throw new Refusal("request-key-reused");
    case "changed":
      throw new Refusal("booking-changed");
  }
}

function wantedClash(
  ctx: SchoolContext,
  lessons: readonly WantedBooking[],
  clash: { week: number; code: WantedClash["code"] },
): WantedClash[] {
  return lessons
    .filter(({ week }) => week === clash.week)
    .map(({ week, startsAt }) => ({ query: { week, now: ctx.now }, startsAt, code: clash.code }));
}
