import type { Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import type { OptionalMailKind } from "./optional-mail";

type MailChoice = { personId: string; on: OptionalMailKind[]; off: OptionalMailKind[] };

/** Turns kinds of mail on and off for a person; only what really changes is in the audit trail. */
export async function writeMailChoice(
  db: Db,
  ctx: SchoolContext,
  { personId, on, off }: MailChoice,
): Promise<void> {
  const since = dateFromInstant(ctx.now);
  const back = await db.mailOptOut.deleteMany({ where: { personId, kind: { in: on } } });
  const away = await db.mailOptOut.createMany({
    data: off.map((kind) => ({ personId, kind, since })),
    skipDuplicates: true,
  });
  if (back.count + away.count === 0) return;
  const data = { personId, on, off };
  await recordAudit(db, ctx, { action: "notifications/mail.chosen", subjectId: personId, data });
}
