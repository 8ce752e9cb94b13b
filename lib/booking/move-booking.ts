import { callInSchool } from "@/lib/db/call";
import { newId, type BookingId, type EnrolmentId } from "@/lib/ids";
import { reachOf } from "@/lib/people/reach";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant, plusMinutes, type Instant } from "@/lib/time/instant";
import type { BookingFacts } from "./booking-facts";
import { getChangedRefusal } from "./get-present-booking";
import { getClashRefusal } from "./get-clash-refusal";
import { decideAdminStart, decideFamilyStart, weekOfStart } from "./decide-start";
import { actorIdOf, getBookingFacts } from "./get-booking-facts";
import { getBookingPlace, type BookingPlace } from "./get-booking-place";
import { mayMove } from "./move-policy";
import { hasNotice } from "./notice-policy";
import { answerBrokenRule } from "./answer-broken-rule";
import { earlierResult, hashOfInput } from "./request-key";
import { startToActOn, type ShownStart } from "./shown-start";
import { untilFresh, type WriteAnswer } from "./write-answer";

export type MoveBooking = {
  bookingId: BookingId;
  /** Where it was as the move was confirmed: another start means that somebody was faster. */
  shown: ShownStart;
  startsAt: Instant;
  requestKey: string | null;
  /** Heard for admins only. */
  overrideReason?: string | null;
  acceptWarnings?: boolean;
};

export type MovedBooking = {
  bookingId: BookingId;
  enrolmentId: EnrolmentId;
  /** The week it is owed for. */
  week: number;
  /** The same request was carried out before, and nothing was done now. */
  repeated: boolean;
};

type Moving = { input: MoveBooking; place: BookingPlace; facts: BookingFacts; inputHash: string };
type Target = { query: { week: number; owedWeek: number; now: Instant; ignoreLessonId: string } };

/**
 * Moves a booking in one step: its old time is released only if the new one is taken. Notice holds
 * before both; the owed week stays. Moving to where it already is changes nothing.
 * Throws `NotFound` and `Refusal` as `bookLessons`; that of a booking which is no longer what was
 * shown carries how it stands (`details.present`).
 */
export async function moveBooking(ctx: SchoolContext, input: MoveBooking): Promise<MovedBooking> {
  const { bookingId, startsAt, requestKey } = input;
  const inputHash = hashOfInput("move", [bookingId, startsAt, sayOf(input)]);
  return untilFresh(async () => {
    const place = await getBookingPlace(ctx, bookingId);
    const facts = await getBookingFacts(ctx, {
      enrolmentId: place.enrolmentId,
      weeks: [],
      starts: [startsAt],
      requestKey,
    });
    if (earlierResult(facts.request, inputHash) !== null) return movedOf(place, true);
    const start = startToActOn(place, input.shown);
    if (typeof start === "string") throw await getChangedRefusal(ctx, bookingId, start);
    if (place.startsAt === startsAt) return movedOf(place, false);
    return write(ctx, { input, place, facts, inputHash });
  });
}

async function write(ctx: SchoolContext, moving: Moving): Promise<MovedBooking | "stale"> {
  const { input, place, facts } = moving;
  const target = targetOf(ctx, moving);
  const roomIds = await decideRooms(ctx, moving, target);
  const answer = await callMove(ctx, moving, { week: target.query.week, roomIds });
  switch (answer.status) {
    case "done":
    case "repeated":
      return movedOf(place, answer.status === "repeated");
    case "stale":
      return "stale";
    case "changed":
      throw await getChangedRefusal(ctx, place.id);
    case "key-reused":
      throw new Refusal("request-key-reused");
    case "clash": {
      const code = answer.clashes[0]?.code ?? "teacher-busy";
      throw await getClashRefusal(ctx, facts, [{ ...target, startsAt: input.startsAt, code }]);
    }
  }
}

function movedOf({ id, enrolmentId, owedWeek }: BookingPlace, repeated: boolean): MovedBooking {
  return { bookingId: id, enrolmentId, week: owedWeek, repeated };
}

async function callMove(
  ctx: SchoolContext,
  { input, place, facts, inputHash }: Moving,
  found: { week: number; roomIds: string[] },
): Promise<WriteAnswer> {
  const move = {
    ...found,
    moveId: newId(),
    auditId: newId(),
    startsAt: isoFromInstant(input.startsAt),
    endsAt: isoFromInstant(plusMinutes(input.startsAt, facts.course.lessonMinutes)),
  };
  const answer = await callInSchool(ctx, "move_booking", [
    actorIdOf(ctx),
    input.requestKey,
    inputHash,
    isoFromInstant(ctx.now),
    facts.scheduleVersion,
    place.id,
    isoFromInstant(place.startsAt),
    JSON.stringify(move),
    reachOf(ctx).kind === "school" ? (input.overrideReason ?? null) : null,
    newId(),
    ctx.requestId,
  ]).catch(answerBrokenRule);
  return answer as WriteAnswer;
}

function targetOf(ctx: SchoolContext, { input, place, facts }: Moving): Target {
  const week = weekOfStart(facts, input.startsAt) ?? place.owedWeek;
  const owedWeek = place.owedWeek;
  return { query: { week, owedWeek, now: ctx.now, ignoreLessonId: place.lessonId } };
}

async function decideRooms(
  ctx: SchoolContext,
  moving: Moving,
  { query }: Target,
): Promise<string[]> {
  const { input, facts } = moving;
  const { startsAt } = input;
  const asAdmin = reachOf(ctx).kind === "school";
  demandMovable(ctx, moving, asAdmin);
  const verdict = asAdmin
    ? decideAdminStart(facts, query, { startsAt, say: sayOf(input) })
    : decideFamilyStart(facts, query, startsAt);
  if (verdict.ok) return verdict.roomIds;
  throw await getClashRefusal(ctx, facts, [{ query, startsAt, code: verdict.code }]);
}

function demandMovable(ctx: SchoolContext, { input, place, facts }: Moving, asAdmin: boolean) {
  if (asAdmin) {
    const late = !hasNotice(place.startsAt, ctx.now, place.noticeHours);
    if (late && !input.overrideReason) {
      throw new Refusal("override-needs-reason", { overrides: ["inside-notice-period"] });
    }
    return;
  }
  const decision = mayMove(
    {
      courseKind: facts.courseKind,
      state: place.state,
      owedWeek: place.owedWeek,
      newWeek: weekOfStart(facts, input.startsAt),
      oldStartsAt: place.startsAt,
      newStartsAt: input.startsAt,
      noticeHours: place.noticeHours,
      moveToOtherDays: facts.school.moveToOtherDays,
    },
    ctx.now,
  );
  if (!decision.ok) throw new Refusal(decision.code);
}

function sayOf(input: MoveBooking) {
  return {
    overrideReason: input.overrideReason ?? null,
    acceptWarnings: input.acceptWarnings ?? false,
  };
}
