import { inSchool } from "@/lib/db/in-school";
import { loadPeople } from "../jobs/load-subjects";
import { pageArgs, pageOf, type ListPage, type PageAt } from "@/lib/people/list-page";
import type { SchoolContext } from "@/lib/school-context";
import {
  dateFromInstant,
  instantFromDate,
  plusHours,
  plusMinutes,
  type Instant,
} from "@/lib/time/instant";

export type UndeliveredMail = {
  id: string;
  kind: string;
  /** Null when the school no longer has the person. */
  recipient: string | null;
  at: Instant;
  trouble: "failed" | "came-back" | "waiting";
  /** What the last try met, in the program's words. */
  lastError: string | null;
  attempts: number;
};

const RECENT_HOURS = 30 * 24;
/** A mail goes out in seconds; one that waits longer meets trouble. */
const WAITS_MINUTES = 10;

/** Mails of the last 30 days that did not arrive or still wait, the newest first. */
export async function listUndelivered(
  ctx: SchoolContext,
  at: PageAt,
): Promise<ListPage<UndeliveredMail>> {
  const recent = { gte: dateFromInstant(plusHours(ctx.now, -RECENT_HOURS)) };
  const waits = { lt: dateFromInstant(plusMinutes(ctx.now, -WAITS_MINUTES)) };
  return inSchool(ctx, async (db) => {
    const found = await db.delivery.findMany({
      where: {
        OR: [
          { state: "FAILED", createdAt: recent },
          { state: "PENDING", createdAt: { ...recent, ...waits } },
          { bouncedAt: { not: null }, createdAt: recent },
        ],
      },
      orderBy: { id: "desc" },
      ...pageArgs(at, ctx.schoolId),
      select: {
        ...{ id: true, kind: true, recipientId: true, state: true, createdAt: true },
        ...{ bouncedAt: true, lastError: true, attempts: true },
      },
    });
    const page = pageOf(found, at);
    const names = await loadPeople(
      db,
      page.rows.map(({ recipientId }) => recipientId),
    );
    const rows = page.rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, lastError: row.lastError, attempts: row.attempts },
      recipient: names.get(row.recipientId) ?? null,
      at: instantFromDate(row.createdAt),
      trouble: troubleOf(row),
    }));
    return { ...page, rows };
  });
}

function troubleOf(row: { state: string; bouncedAt: Date | null }): UndeliveredMail["trouble"] {
  if (row.bouncedAt !== null) return "came-back";
  return row.state === "FAILED" ? "failed" : "waiting";
}
