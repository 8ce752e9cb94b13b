import { HOUR_MS, type Instant } from "@/lib/time/instant";
import type { MailEvent } from "./mail-event";

/** What is known when the vendor tells what became of a mail. */
export type MailEventFacts = {
  now: Instant;
  /** Whether the mail is one of ours. */
  isKnown: boolean;
  /** Whether any mail of ours is under way whose id the vendor has not told us yet. */
  isAwaited: boolean;
  /** The addresses that the recipient has or had with us, in the form in which they are compared. */
  addresses: readonly string[];
  /** The addresses of the message, in the same form. */
  to: readonly string[];
  /** When the school last lifted a stop of such an address. */
  liftedAt: Instant | null;
};

export type MailOutcome =
  /** Said later, once it can be known whose the mail is. */
  | { outcome: "not-yet" }
  | { outcome: "unknown-mail" | "applied" | "address-not-theirs" | "lifted-since"; stop: null }
  | { outcome: "applied"; stop: string };

/** After a day nobody waits for an id any more: the sender has given that mail up. */
const WAITED_FOR_MS = 24 * HOUR_MS;

/**
 * What follows from a message. Only an address that belongs to the mail's own recipient is stopped, so
 * that a mixed-up message stops nobody else's mail; and what happened before a school lifted a stop
 * does not bring it back.
 */
export function mailOutcome(event: MailEvent, facts: MailEventFacts): MailOutcome {
  const at = event.at ?? facts.now;
  if (!facts.isKnown) {
    const isYoung = facts.now - at < WAITED_FOR_MS;
    return facts.isAwaited && isYoung
      ? { outcome: "not-yet" }
      : { outcome: "unknown-mail", stop: null };
  }
  if (event.stops === null) return { outcome: "applied", stop: null };
  const address = facts.to.find((each) => facts.addresses.includes(each));
  if (address === undefined) return { outcome: "address-not-theirs", stop: null };
  if (facts.liftedAt !== null && at <= facts.liftedAt) {
    return { outcome: "lifted-since", stop: null };
  }
  return { outcome: "applied", stop: address };
}
