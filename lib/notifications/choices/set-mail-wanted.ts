import { inSchool } from "@/lib/db/in-school";
import type { PersonId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { OptionalMailKind } from "./optional-mail";
import { writeMailChoice } from "./write-mail-choice";

type MailWanted = { personId: PersonId; kind: OptionalMailKind; wanted: boolean };

/**
 * Turns one kind of mail off, or on again, for the person that an unsubscribe link names: whoever holds
 * the link holds the mailbox. Any number of times gives the same.
 */
export async function setMailWanted(
  ctx: SchoolContext,
  { personId, kind, wanted }: MailWanted,
): Promise<void> {
  await inSchool(ctx, async (db) => {
    if ((await db.person.count({ where: { id: personId } })) === 0) throw new NotFound();
    const change = wanted ? { on: [kind], off: [] } : { on: [], off: [kind] };
    await writeMailChoice(db, ctx, { personId, ...change });
  });
}
