import { inSchool } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { OPTIONAL_MAIL, type OptionalMailKind } from "./optional-mail";

export type MailPreference = {
  kind: OptionalMailKind;
  label: string;
  explanation: string;
  wanted: boolean;
};

/** Which optional mails the person who asks gets from this school. */
export async function getMailPreferences(ctx: SchoolContext): Promise<MailPreference[]> {
  if (ctx.actor.kind !== "member") throw new NotFound();
  const where = { personId: ctx.actor.personId };
  const off = await inSchool(ctx, (db) =>
    db.mailOptOut.findMany({ where, select: { kind: true } }),
  );
  const kinds = new Set(off.map(({ kind }) => kind));
  return OPTIONAL_MAIL.map((mail) => ({ ...mail, wanted: !kinds.has(mail.kind) }));
}
