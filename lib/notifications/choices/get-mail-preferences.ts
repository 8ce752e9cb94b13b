import { inSchool } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { mailForRoles } from "../tellings/telling-kinds";
import { OPTIONAL_MAIL, type OptionalMailKind } from "./optional-mail";

export type MailPreference = {
  kind: OptionalMailKind;
  label: string;
  explanation: string;
  wanted: boolean;
};

export type MailPreferences = { choices: MailPreference[]; always: readonly string[] };

/**
 * Which mails the person who asks gets from this school in their roles: what they choose themselves,
 * and what always comes. Nothing that nobody of their roles is ever sent.
 */
export async function getMailPreferences(ctx: SchoolContext): Promise<MailPreferences> {
  if (ctx.actor.kind !== "member") throw new NotFound();
  const where = { personId: ctx.actor.personId };
  const off = await inSchool(ctx, (db) =>
    db.mailOptOut.findMany({ where, select: { kind: true } }),
  );
  const kinds = new Set(off.map(({ kind }) => kind));
  const { choices, always } = mailForRoles(ctx.actor.roles);
  const own = OPTIONAL_MAIL.filter(({ kind }) => choices.has(kind));
  return { choices: own.map((mail) => ({ ...mail, wanted: !kinds.has(mail.kind) })), always };
}
