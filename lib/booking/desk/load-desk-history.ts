import type { Db } from "@/lib/db/in-school";
import { instantFromDate } from "@/lib/time/instant";
import type { HistoryCause, HistoryStep } from "./desk-history";
import { nameOf } from "./load-desk-courses";

type BookingFacts = {
  id: string;
  bookedAt: Date;
  bookedById: string | null;
  cancelledAt: Date | null;
  cancelledById: string | null;
  cancelReason: HistoryCause | null;
  cancelNote: string | null;
  moves: readonly {
    fromStartsAt: Date;
    toStartsAt: Date;
    movedAt: Date;
    movedById: string | null;
    reason: string | null;
  }[];
};

/** Everything that happened to a booking, oldest first: who, when and why. */
export async function loadDeskHistory(db: Db, booking: BookingFacts): Promise<HistoryStep[]> {
  const { id, bookedById, cancelledAt, cancelledById, cancelNote, moves } = booking;
  const reasons = await loadReasons(db, id);
  const nameFor = await loadNames(db, [
    bookedById,
    cancelledById,
    ...moves.map(({ movedById }) => movedById),
  ]);
  const steps: HistoryStep[] = [
    {
      what: "booked",
      at: instantFromDate(booking.bookedAt),
      by: nameFor(bookedById),
      overrideReason: reasons.get("booking/lesson.booked") ?? null,
    },
    ...moves.map((move) => ({
      what: "moved" as const,
      at: instantFromDate(move.movedAt),
      by: nameFor(move.movedById),
      from: instantFromDate(move.fromStartsAt),
      to: instantFromDate(move.toStartsAt),
      overrideReason: move.reason,
    })),
  ];
  if (cancelledAt === null) return steps;
  const said = reasons.get("booking/lesson.cancelled") ?? null;
  steps.push({
    what: "cancelled",
    at: instantFromDate(cancelledAt),
    by: nameFor(cancelledById),
    cause: booking.cancelReason ?? "SCHOOL",
    note: cancelNote,
    overrideReason: said === cancelNote ? null : said,
  });
  return steps;
}

/** What the audit trail holds as the reason of each kind of step; without an override it is the note. */
async function loadReasons(db: Db, subjectId: string): Promise<Map<string, string | null>> {
  const action = { in: ["booking/lesson.booked", "booking/lesson.cancelled"] };
  const rows = await db.auditEntry.findMany({
    where: { subjectId, action },
    select: { action: true, reason: true },
  });
  return new Map(rows.map((row) => [row.action, row.reason]));
}

async function loadNames(db: Db, ids: readonly (string | null)[]) {
  const people = await db.person.findMany({
    where: { id: { in: ids.flatMap((id) => id ?? []) } },
    select: { id: true, givenName: true, familyName: true },
  });
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  return (id: string | null) => (id === null ? null : (names.get(id) ?? null));
}
