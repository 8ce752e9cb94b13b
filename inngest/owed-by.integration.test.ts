import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { EventDefinition } from "@/lib/events/define-event";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { jobs } from "./jobs";
import { owedBy } from "./owed-by";

const FILES = globSync("lib/**/{events,*-events}.ts");

/** Every event that any feature defines, read from the files and not from the registry. */
async function definedEvents(): Promise<EventDefinition[]> {
  const modules = await Promise.all(
    FILES.map((file) => import(path.resolve(file)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((exported) => Object.values(exported).filter(isEvent));
}

function isEvent(value: unknown): value is EventDefinition {
  return typeof value === "object" && value !== null && "name" in value && "data" in value;
}

/** Whether an event of this name is known, whatever its data. */
function isKnown(name: string): boolean {
  const owed = owedBy({ name, data: null });
  return !("unknown" in owed) || owed.unknown.startsWith("the data do not parse");
}

describe("what an event owes", () => {
  it("is nothing that anybody can do where its name is unknown", () => {
    const owed = owedBy({ name: "booking/lesson.forgotten", data: {} });
    expect(owed).toEqual({ unknown: "no event of the name booking/lesson.forgotten is known" });
  });

  it("is unknown where its data do not parse: the reason names the field, and never its value", () => {
    const data = { bookingId: "Mia Example, 5 Chapel Street", actorId: null };
    const owed = owedBy({ name: "booking/lesson.cancelled", data });
    expect(owed).toEqual({ unknown: "the data do not parse: bookingId (invalid_format)" });
  });

  it("names every field that is wrong, inside lists too", () => {
    const data = { courseId: newId(), enrolmentIds: ["secret"], closesAt: "soon", hours: -1 };
    const owed = JSON.stringify(owedBy({ name: "booking/window.closing", data }));
    for (const field of ["enrolmentIds.0", "closesAt", "hours"]) expect(owed).toContain(field);
    for (const value of ["secret", "soon", "-1"]) expect(owed).not.toContain(value);
  });

  it("is unknown where there are no data at all", () => {
    for (const data of [null, "text", 5, []]) {
      const owed = owedBy({ name: "booking/lesson.cancelled", data });
      expect(owed).toEqual({ unknown: "the data do not parse: all of it (invalid_type)" });
    }
  });

  it("is a mail to the family and a word to the teacher for a lesson that was cancelled", () => {
    const data = { bookingId: newId(), actorId: null };
    expect(owedBy({ name: "booking/lesson.cancelled", data })).toEqual({
      jobs: ["on-lesson-cancelled-tell-family", "on-lesson-cancelled-tell-teacher"],
    });
  });
});

describe("the register of events", () => {
  it("knows every event that a feature defines", async () => {
    const events = await definedEvents();
    expect(events.length).toBeGreaterThan(10);
    for (const { name } of events) expect(isKnown(name), name).toBe(true);
  });

  it("knows every event that a function of the database writes", async () => {
    const { rows } = await superuserQuery(
      `SELECT DISTINCT m[1] AS name FROM pg_proc p,
              regexp_matches(pg_get_functiondef(p.oid), '''([a-z]+/[a-z.-]+)''', 'g') AS m
        WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'`,
    );
    const names = rows.map(({ name }) => String(name));
    expect(names).toContain("booking/lesson.booked");
    for (const name of names) expect(isKnown(name), name).toBe(true);
  });

  it("knows the event of every function, and gives each event its functions", async () => {
    const names = (await definedEvents()).map(({ name }) => name);
    for (const { id, eventName } of jobs) expect(names, id).toContain(eventName);
  });

  it("has one definition for each name", async () => {
    const names = (await definedEvents()).map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });
});
