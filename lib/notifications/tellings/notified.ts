import type { Role } from "@/lib/school-context";
import type { MailBar } from "../choices/find-mail-bars";

/** A family, a teacher or whoever is told by themselves. */
export type NotifiedParty = { role: Role; id: string; name: string; phone: string | null };

type NotifiedFacts = {
  /** How many families (PARENT), teachers and so on will be notified. */
  reached: Readonly<Record<Role, number>>;
  /** How many people that is: each gets it once. */
  people: number;
  /** How many of them by email. */
  emails: number;
  /** Who is notified in the app alone though the message is an email as well, and why. */
  appOnly: readonly (NotifiedParty & { why: MailBar })[];
  /** Nobody of them signs in. */
  withoutSignIn: readonly NotifiedParty[];
  /** They sign in, and yet nothing reaches them: no email can go, and the app does not show it. */
  unreachable: readonly (NotifiedParty & { why: MailBar })[];
};

declare const counted: unique symbol;

/**
 * Who is notified by something, counted by the query that sends it. No screen can say that somebody is
 * notified without one, and only that query makes one.
 */
export type Notified = NotifiedFacts & { readonly [counted]: true };

/** For `getNotified` alone. */
export function countedAsNotified(facts: NotifiedFacts): Notified {
  return facts as Notified;
}
