import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { failedMails } from "./failed-mails";
import { mailWords, reasonWords } from "./job-words";
import { loadPeople } from "./load-subjects";

export type FailedMail = {
  deliveryId: string;
  what: string;
  /** Null when the school no longer has the person. */
  recipient: string | null;
  owedAt: Instant;
  why: string | null;
  /** The first try may have gone out: sent again it may arrive twice. */
  mayArriveTwice: boolean;
};

const MOST = 50;

/** The mails of the last two weeks that could not be sent, the newest first. */
export async function listFailedMails(ctx: SchoolContext): Promise<FailedMail[]> {
  return inSchool(ctx, async (db) => {
    const rows = await db.delivery.findMany({
      where: failedMails(ctx.now),
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      select: {
        ...{ id: true, kind: true, recipientId: true, createdAt: true },
        ...{ lastError: true, inDoubtSince: true },
      },
    });
    const people = await loadPeople(
      db,
      rows.map(({ recipientId }) => recipientId),
    );
    return rows.map((row) => ({
      deliveryId: row.id,
      what: mailWords(row.kind),
      recipient: people.get(row.recipientId) ?? null,
      owedAt: instantFromDate(row.createdAt),
      why: row.lastError === null ? null : reasonWords(row.lastError),
      mayArriveTwice: row.inDoubtSince !== null,
    }));
  });
}
