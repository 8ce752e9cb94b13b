import { inSchool, type Db } from "@/lib/db/in-school";
import { owe, recordAudit } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { HOUR_MS, dateFromInstant } from "@/lib/time/instant";
import { unbookedSettled } from "../events";
import type { DueEnrolment } from "./plan-unbooked";

export type SettleUnbooked = {
  due: readonly DueEnrolment[];
  /** The weeks for which no slot was left: each becomes a work item on the booking desk, once. */
  withoutSlot: readonly { enrolmentId: string; week: number }[];
};

/** Nobody wants to read that a window closed weeks ago. */
const NEWS_FOR_MS = 7 * 24 * HOUR_MS;

/**
 * Marks the policy for unbooked weeks as carried out, and owes each family its result: once for each
 * enrolment and close, by however many this runs.
 */
export async function settleUnbooked(ctx: SchoolContext, input: SettleUnbooked): Promise<void> {
  await inSchool(ctx, async (db) => {
    await putOnDesk(db, ctx, input.withoutSlot);
    for (const enrolment of input.due) {
      if (await claim(db, ctx, enrolment)) await oweResult(db, ctx, enrolment);
    }
  });
}

async function putOnDesk(db: Db, ctx: SchoolContext, weeks: SettleUnbooked["withoutSlot"]) {
  const createdAt = dateFromInstant(ctx.now);
  await db.deskRequest.createMany({
    data: weeks.map(({ enrolmentId, week }) => ({
      ...{ id: newId(), kind: "UNBOOKED" as const, enrolmentId, week, createdAt },
    })),
    skipDuplicates: true,
  });
  for (const { enrolmentId, week } of weeks) {
    await recordAudit(db, ctx, {
      action: "booking/unbooked.without-slot",
      subjectId: enrolmentId,
      data: { week },
    });
  }
}

/** False when somebody else has settled it since it was planned. */
async function claim(db: Db, ctx: SchoolContext, { id, settledAt }: DueEnrolment) {
  const { count } = await db.enrolment.updateMany({
    where: { id, unbookedSettledAt: settledAt && dateFromInstant(settledAt) },
    data: { unbookedSettledAt: dateFromInstant(ctx.now) },
  });
  return count === 1;
}

async function oweResult(db: Db, ctx: SchoolContext, { id, closedAt, weeks }: DueEnrolment) {
  const given = await db.booking.findMany({
    where: {
      enrolmentId: id,
      bookedById: null,
      bookedAt: { gte: dateFromInstant(closedAt) },
      state: { not: "CANCELLED" },
    },
    select: { id: true, week: true },
    orderBy: { week: "asc" },
  });
  const left = weeks.filter((week) => given.every((booking) => booking.week !== week));
  const isNews = ctx.now - closedAt < NEWS_FOR_MS;
  if (given.length === 0 && (left.length === 0 || !isNews)) return;
  const bookingIds = given.map((booking) => booking.id);
  const data = [{ enrolmentId: id, bookingIds, weeks: left }];
  await owe(db, ctx, { event: unbookedSettled, data });
}
