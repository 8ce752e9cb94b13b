import type { OutboxEventId, SchoolId } from "@/lib/ids";

/** An owed effect on its way to its handler, whichever engine brings it. */
export type OwedJob = { schoolId: SchoolId; eventId: OutboxEventId; data: unknown };

/** Which try it is, from 0, and of how many at most before the engine gives up. */
export type Try = { attempt: number; most: number };

/** What an engine needs to know of a job of an event. */
export type EventJob = {
  id: string;
  /** Mail has a lane of its own: a vendor that is slow holds nothing else up. */
  lane: "work" | "mail";
  carryOut: (owed: OwedJob, tried: Try) => Promise<void>;
};

/** A job of the clock: finds in the database what is due and not done, and may run at any time, any number of times. */
export type CronJob = {
  id: string;
  /** Minute, hour, day of month, month, day of week; UTC. */
  cron: string;
  carryOut: () => Promise<void>;
};
