import { Refusal } from "@/lib/refusal";
import { weekOfDay } from "@/lib/scheduling/term-weeks";
import type { Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { weighAdminStart, type AdminOverride, type AdminWarning } from "./admin-start";
import type { BookingFacts } from "./booking-facts";
import { freeRooms, roomsInOrder } from "./slots/room-choice";
import { lessonAt, withoutLesson } from "./slots/slot-rules";
import type { SlotRefusal } from "./slots/slot-rules";
import { explainStart, type SlotQuery } from "./slots/slots";

/** How an admin's booking goes past the rules: with a reason, and with warnings seen. */
export type AdminSay = { overrideReason: string | null; acceptWarnings: boolean };

export type StartVerdict = { ok: true; roomIds: string[] } | { ok: false; code: SlotRefusal };

/** A family's start: exactly the slots. */
export function decideFamilyStart(
  facts: BookingFacts,
  query: SlotQuery,
  startsAt: Instant,
): StartVerdict {
  const decision = explainStart(facts, query, startsAt);
  if (!decision.ok) return decision;
  const others = withoutLesson(facts, query.ignoreLessonId);
  const lesson = lessonAt(facts, startsAt);
  const free = freeRooms(lesson, roomsInOrder(facts.course, facts.rooms), others.roomLessons);
  return { ok: true, roomIds: free.map((room) => room.id) };
}

/** An admin's start: what only needs a reason or a second look is refused until it has it. */
export function decideAdminStart(
  facts: BookingFacts,
  query: SlotQuery,
  wanted: { startsAt: Instant; say: AdminSay },
): StartVerdict {
  const verdict = weighAdminStart(facts, query, wanted.startsAt);
  if (!verdict.ok) return verdict;
  demandSay(wanted.say, verdict);
  return { ok: true, roomIds: verdict.roomIds };
}

/** The term week that holds an instant; null outside the term's weeks. */
export function weekOfStart(facts: BookingFacts, startsAt: Instant): number | null {
  return weekOfDay(facts.term, facts.school.weekStart, dayAt(startsAt, facts.school.timeZone));
}

function demandSay(
  say: AdminSay,
  needs: { overrides: AdminOverride[]; warnings: AdminWarning[] },
): void {
  if (needs.overrides.length > 0 && say.overrideReason === null) {
    throw new Refusal("override-needs-reason", { overrides: needs.overrides });
  }
  if (needs.warnings.length > 0 && !say.acceptWarnings) {
    throw new Refusal("warning-not-accepted", { warnings: needs.warnings });
  }
}
