import type { SchoolContext } from "@/lib/school-context";
import type { SchoolIds } from "./full-school";

type Run = (ctx: SchoolContext, ids: SchoolIds) => Promise<unknown>;

export type SchoolCall = {
  run: Run;
  /**
   * What a foreign id leads to: "absent", refused as not found or answered with nothing at all;
   * "filtered", an answer about the own school; "none", the call takes no id.
   */
  foreign: "absent" | "filtered" | "none";
  /** A family reaches its own through it, and nothing of another family. */
  reach: "school" | "family";
  actor: "admin" | "guardian" | "student" | "system";
  /** Facts that rules are decided on: they hold when others are busy, and are shown to nobody. */
  unshown?: true;
};

export type SchoolCalls = Record<string, SchoolCall>;

/** For admins and teachers; names things by id. */
export function found(run: Run): SchoolCall {
  return { run, foreign: "absent", reach: "school", actor: "admin" };
}

/** For admins and teachers; an id only narrows what is shown. */
export function narrowed(run: Run): SchoolCall {
  return { run, foreign: "filtered", reach: "school", actor: "admin" };
}

/** For admins and teachers; takes no id. */
export function whole(run: Run): SchoolCall {
  return { run, foreign: "none", reach: "school", actor: "admin" };
}

/** A family's own things, by id. */
export function ofFamily(run: Run): SchoolCall {
  return { run, foreign: "absent", reach: "family", actor: "guardian" };
}

/** A family's own things by id, with what a rule needs to know of others. */
export function factsOfFamily(run: Run): SchoolCall {
  return { ...ofFamily(run), unshown: true };
}

/** A family's own things, all of them or narrowed by an id. */
export function listOfFamily(run: Run): SchoolCall {
  return { run, foreign: "filtered", reach: "family", actor: "guardian" };
}

/** What is a person's own, all of it: takes no id. */
export function ownWithoutId(run: Run): SchoolCall {
  return { run, foreign: "none", reach: "family", actor: "guardian" };
}

/** A job's work for the school of the event. */
export function job(run: Run): SchoolCall {
  return { run, foreign: "absent", reach: "school", actor: "system" };
}
