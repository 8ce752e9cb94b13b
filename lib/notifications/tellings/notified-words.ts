import type { Role } from "@/lib/school-context";
import type { MailBar } from "../choices/find-mail-bars";
import type { MailOutcome } from "../get-mail-outcome";
import type { Notified, NotifiedParty } from "./notified";

const COUNTED: Record<Role, readonly [one: string, more: string]> = {
  PARENT: ["family", "families"],
  STUDENT: ["student", "students"],
  TEACHER: ["teacher", "teachers"],
  ADMIN: ["admin", "admins"],
};
const ORDER: readonly Role[] = ["PARENT", "STUDENT", "TEACHER", "ADMIN"];
const NAMED_AT_MOST = 6;

/** Why somebody gets no email, in brackets behind their name. */
export const BAR_WORDS: Record<MailBar, string> = {
  NO_ADDRESS: "no email address",
  UNSUBSCRIBED: "turned this email off",
  SUPPRESSED: "address blocked",
};

/** "12 families and 1 teacher will be notified." */
export function howManyText({ reached }: Notified): string {
  const counts = ORDER.filter((role) => reached[role] > 0).map((role) => {
    const [one, more] = COUNTED[role];
    return `${reached[role]} ${reached[role] === 1 ? one : more}`;
  });
  return counts.length === 0 ? "Nobody will be notified." : `${inWords(counts)} will be notified.`;
}

/**
 * The whole answer as sentences, for a place that has no links: how many will be notified, who of them
 * in the app alone, and who cannot be, by name with the phone.
 */
export function notifiedText(notified: Notified): string {
  const { appOnly, withoutSignIn, unreachable } = notified;
  return [
    howManyText(notified),
    ...(appOnly.length === 0 ? [] : [`In the app only: ${named(appOnly, barred)}.`]),
    ...(withoutSignIn.length === 0
      ? []
      : [`Without sign-in: ${named(withoutSignIn, ({ name }) => name)}. ${wayOn(withoutSignIn)}`]),
    ...(unreachable.length === 0
      ? []
      : [`Not notified: ${named(unreachable, barred)}. ${wayOn(unreachable, "Call")}`]),
  ].join(" ");
}

/** What becomes of the email about a booking that goes to the reader themselves. */
export function ownMailText(outcome: MailOutcome): string {
  if (outcome.goesOut) return "An email with the calendar file is on its way to you.";
  const why = BAR_WORDS[outcome.why];
  return `No email goes to you (${why}). You can add it to your calendar here.`;
}

/** What becomes of an invitation, for whoever sends it. */
export function invitationText(outcome: MailOutcome): string {
  if (outcome.goesOut) return "The invitation is on its way by email.";
  const why = BAR_WORDS[outcome.why];
  return `Invited, but no email goes out (${why}). Correct the address and invite them again.`;
}

function barred({ name, why }: NotifiedParty & { why: MailBar }): string {
  return `${name} (${BAR_WORDS[why]})`;
}

function wayOn(parties: readonly NotifiedParty[], verb = "Invite them or call"): string {
  const phones = parties.slice(0, NAMED_AT_MOST).flatMap(({ name, phone }) => {
    if (phone === null) return [];
    return [parties.length === 1 ? phone : `${phone} (${name})`];
  });
  if (phones.length > 0) return `${verb} ${phones.join(", ")}.`;
  return verb === "Call" ? "Their page has no phone number yet." : "Invite them.";
}

function named<P extends NotifiedParty>(parties: readonly P[], word: (party: P) => string): string {
  const more = parties.length - NAMED_AT_MOST;
  const names = parties.slice(0, NAMED_AT_MOST).map(word).join(", ");
  return more > 0 ? `${names} and ${more} more` : names;
}

function inWords(parts: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(parts);
}
