import { inSchool, type Db } from "@/lib/db/in-school";
import type { Role, SchoolContext } from "@/lib/school-context";
import { findMailBars, type MailBar } from "../choices/find-mail-bars";
import { findRecipients, type Concerned, type Party } from "./find-recipients";
import { countedAsNotified, type Notified, type NotifiedParty } from "./notified";
import { factsOfKind, type TellingKind } from "./telling-kinds";

/** One message that an action sends, and what it is about. */
export type Notifying = Concerned & { kind: TellingKind };

/**
 * Who will be notified by an action of the one who asks, and who cannot be: over all the messages that
 * it sends, as their sender decides (sign-in, address, blocked addresses, what people have turned off,
 * one's own actions). Before the action and after it, it is the same answer.
 */
export async function getNotified(
  ctx: SchoolContext,
  messages: readonly Notifying[],
): Promise<Notified> {
  return inSchool(ctx, async (db) => {
    const parties = new Map<string, CountedParty>();
    for (const message of messages) await count(db, ctx, { message, parties });
    return summaryOf(await withoutSpokenFor(db, [...parties.values()]));
  });
}

/**
 * Without the students who do not sign in and have a guardian who signs in or has a phone: whom to call
 * about them is the family, which is counted by itself.
 */
async function withoutSpokenFor(db: Db, parties: CountedParty[]): Promise<CountedParty[]> {
  const silent = parties.filter(
    ({ role, people }) => role === "STUDENT" && people.every(({ signsIn }) => !signsIn),
  );
  if (silent.length === 0) return parties;
  const reachable = { membership: { is: { disabledAt: null, roles: { has: "PARENT" as const } } } };
  const students = await db.student.findMany({
    where: {
      id: { in: silent.map(({ id }) => id) },
      family: {
        guardians: {
          some: {
            kind: { not: "EMERGENCY" },
            person: { OR: [reachable, { phone: { not: null } }] },
          },
        },
      },
    },
    select: { id: true },
  });
  const spokenFor = new Set(students.map(({ id }) => id));
  return parties.filter(({ role, id }) => role !== "STUDENT" || !spokenFor.has(id));
}

type Reach = { mailed: Set<string>; inApp: Set<string>; bars: MailBar[]; isSelf: boolean };
type CountedParty = Party & Reach;
type Counting = { message: Notifying; parties: Map<string, CountedParty> };

async function count(db: Db, ctx: SchoolContext, { message, parties }: Counting): Promise<void> {
  const { kind, ...concerned } = message;
  const sends = factsOfKind(kind)?.sends ?? [];
  const found = await findRecipients(db, kind, concerned);
  const bars = await findMailBars(db, kind, found.recipients);
  const actorId = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  for (const party of found.parties) {
    const known = parties.get(`${party.role} ${party.id}`) ?? { ...party, ...nothingYet() };
    parties.set(`${party.role} ${party.id}`, known);
    for (const { personId } of party.people.filter(({ signsIn }) => signsIn)) {
      const bar = bars.get(personId);
      if (sends.includes("mail") && bar === undefined) known.mailed.add(personId);
      if (sends.includes("mail") && bar !== undefined) known.bars.push(bar);
      if (personId === actorId) known.isSelf = true;
      else if (sends.includes("notice")) known.inApp.add(personId);
    }
  }
}

function nothingYet(): Reach {
  return { mailed: new Set(), inApp: new Set(), bars: [], isSelf: false };
}

function summaryOf(parties: readonly CountedParty[]): Notified {
  const reached = parties.filter(({ mailed, inApp }) => mailed.size + inApp.size > 0);
  const emails = new Set(parties.flatMap(({ mailed }) => [...mailed]));
  const inApp = parties.flatMap((party) => [...party.inApp]);
  return countedAsNotified({
    reached: countsOf(reached),
    people: new Set([...emails, ...inApp]).size,
    emails: emails.size,
    appOnly: reached.filter(({ mailed }) => mailed.size === 0).flatMap(barredOf),
    withoutSignIn: parties.filter(({ people }) => people.every((one) => !one.signsIn)).map(nameOf),
    unreachable: parties
      .filter(({ mailed, inApp: shown, isSelf }) => mailed.size + shown.size === 0 && !isSelf)
      .flatMap(barredOf),
  });
}

function countsOf(parties: readonly CountedParty[]): Record<Role, number> {
  const of = (role: Role) => parties.filter((party) => party.role === role).length;
  return {
    ADMIN: of("ADMIN"),
    TEACHER: of("TEACHER"),
    PARENT: of("PARENT"),
    STUDENT: of("STUDENT"),
  };
}

function barredOf(party: CountedParty): (NotifiedParty & { why: MailBar })[] {
  const [why] = party.bars;
  return why === undefined ? [] : [{ ...nameOf(party), why }];
}

function nameOf({ role, id, name, people }: Party): NotifiedParty {
  const phone = people.find((one) => one.phone !== null)?.phone ?? null;
  return { role, id, name, phone };
}
