import { inSchool, type Db } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { findMailBars, type MailBar } from "./choices/find-mail-bars";
import type { TellingKind } from "./tellings/telling-kinds";

/** Whether an email goes out to somebody; if not, why. */
export type MailOutcome = { goesOut: true } | { goesOut: false; why: MailBar };

/** What becomes of an email of this kind to the member who asks, by what sends it. */
export async function getOwnMailOutcome(
  ctx: SchoolContext,
  kind: TellingKind,
): Promise<MailOutcome> {
  if (ctx.actor.kind !== "member") throw new NotFound();
  const { personId } = ctx.actor;
  return inSchool(ctx, (db) => findOutcome(db, { kind, personId }));
}

/** What becomes of an invitation to somebody of the school. Throws `NotFound`. */
export async function getInvitationOutcome(
  ctx: SchoolContext,
  personId: string,
): Promise<MailOutcome> {
  return inSchool(ctx, (db) => findOutcome(db, { kind: "invitation", personId }));
}

type Asked = { kind: TellingKind; personId: string };

async function findOutcome(db: Db, { kind, personId }: Asked): Promise<MailOutcome> {
  const person = await db.person.findFirst({ where: { id: personId }, select: { email: true } });
  if (person === null) throw new NotFound();
  const why = (await findMailBars(db, kind, [{ personId, email: person.email }])).get(personId);
  return why === undefined ? { goesOut: true } : { goesOut: false, why };
}
