import { describe, expect, it } from "vitest";
import { parseInstant, plusHours, plusMinutes, type Instant } from "@/lib/time/instant";
import type { MailEvent } from "./mail-event";
import { mailOutcome, type MailEventFacts } from "./mail-outcome";

const NOW = parseInstant("2026-11-22T09:00:00Z") as Instant;
const HOUR_AGO = plusHours(NOW, -1);

const BOUNCE: MailEvent = {
  type: "email.bounced",
  mailId: "e-1",
  to: ["ana@family.example"],
  at: HOUR_AGO,
  stamp: "bouncedAt",
  stops: { reason: "BOUNCE", detail: null },
};

const FACTS: MailEventFacts = {
  now: NOW,
  isKnown: true,
  isAwaited: false,
  addresses: ["ana@family.example"],
  to: ["ana@family.example"],
  liftedAt: null,
};

function outcome(event: Partial<MailEvent>, facts: Partial<MailEventFacts>) {
  return mailOutcome({ ...BOUNCE, ...event }, { ...FACTS, ...facts });
}

describe("what follows from a message about a mail", () => {
  it("a bounce stops the address that the mail went to", () => {
    expect(outcome({}, {})).toEqual({ outcome: "applied", stop: "ana@family.example" });
  });

  it("what stops nothing is a fact of the mail alone", () => {
    expect(outcome({ stops: null }, {})).toEqual({ outcome: "applied", stop: null });
  });

  it("an address that is not the recipient's is not stopped", () => {
    const facts = { to: ["head@school.example"] };
    expect(outcome({}, facts)).toEqual({ outcome: "address-not-theirs", stop: null });
  });

  it("what happened before the school lifted a stop does not bring it back; what happens after does", () => {
    const lifted = (at: Instant) => outcome({}, { liftedAt: at }).outcome;
    expect(lifted(plusMinutes(HOUR_AGO, 1))).toBe("lifted-since");
    expect(lifted(HOUR_AGO)).toBe("lifted-since");
    expect(lifted(plusMinutes(HOUR_AGO, -1))).toBe("applied");
  });

  it("while a mail waits for its id, an unknown mail may be that one: it is told again, for a day", () => {
    const unknown = { isKnown: false, isAwaited: true };
    expect(outcome({}, unknown).outcome).toBe("not-yet");
    expect(outcome({ at: plusHours(NOW, -23) }, unknown).outcome).toBe("not-yet");
    expect(outcome({ at: plusHours(NOW, -24) }, unknown).outcome).toBe("unknown-mail");
    expect(outcome({}, { isKnown: false }).outcome).toBe("unknown-mail");
  });
});
