import { inSchool } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { MailPreferencesInput } from "./mail-preferences.schema";
import { writeMailChoice } from "./write-mail-choice";

/** Sets which optional mails the person who asks gets: nobody's but their own. */
export async function setMailPreferences(
  ctx: SchoolContext,
  { shown, ticked, wanted }: MailPreferencesInput,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "member") throw new NotFound();
  const on = shown.filter((kind) => wanted.includes(kind) && !ticked.includes(kind));
  const off = shown.filter((kind) => ticked.includes(kind) && !wanted.includes(kind));
  await inSchool(ctx, (db) => writeMailChoice(db, ctx, { personId: actor.personId, on, off }));
}
