import { inSchool, type Db } from "@/lib/db/in-school";
import { readOwedWork, type OwedRow, type OwedState } from "@/lib/events/read-owed-work";
import type { OutboxEventId, SchoolId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { eventWords, jobWords, reasonWords } from "./job-words";
import { loadSubjects } from "./load-subjects";
import { subjectIds } from "./subject-ids";

export type ListedJob = {
  eventId: OutboxEventId;
  /** What happened, and what is done about it; null until that is known. */
  what: string;
  effect: string | null;
  about: string | null;
  happenedAt: Instant;
  /** When it was last tried, done or set aside. */
  triedAt: Instant | null;
  attempts: number;
  why: string | null;
};

export type JobsQuery = { state: OwedState | "done"; page: number };

const SIZE = 25;

/** The jobs of the school in one state, the newest happening first, a page at a time. */
export async function listOwedWork(
  ctx: SchoolContext,
  { state, page }: JobsQuery,
): Promise<{ rows: ListedJob[]; more: boolean }> {
  const at = { most: SIZE + 1, skip: (page - 1) * SIZE };
  const { schoolId, now } = ctx;
  return inSchool(ctx, async (db) => {
    const found =
      state === "done"
        ? await listDone(db, schoolId, at)
        : (await readOwedWork(db, { schoolId, now, page: { state, ...at } })).rows;
    const shown = found.slice(0, SIZE);
    const aboutOf = await loadSubjects(
      db,
      shown.map(({ data }) => subjectIds(data)),
    );
    const rows = shown.map((row) => ({ ...listed(row), about: aboutOf(subjectIds(row.data)) }));
    return { rows, more: found.length > SIZE };
  });
}

function listed(row: OwedRow): Omit<ListedJob, "about"> {
  return {
    eventId: row.eventId,
    what: eventWords(row.name),
    effect: row.job === null ? null : jobWords(row.job),
    happenedAt: row.occurredAt,
    triedAt: row.triedAt,
    attempts: row.attempts,
    why: row.reason === null ? null : reasonWords(row.reason),
  };
}

/** By the primary key, backwards: ids of events sort by time. */
async function listDone(
  db: Db,
  schoolId: SchoolId,
  { most, skip }: { most: number; skip: number },
): Promise<OwedRow[]> {
  const rows = await db.jobRun.findMany({
    where: { state: "DONE" },
    orderBy: [{ eventId: "desc" }, { job: "desc" }],
    take: most,
    skip,
    select: {
      ...{ eventId: true, job: true, attempts: true, doneAt: true },
      event: { select: { name: true, data: true, occurredAt: true } },
    },
  });
  return rows.map(({ event, doneAt, ...row }) => ({
    ...{ schoolId, eventId: row.eventId as OutboxEventId, job: row.job, attempts: row.attempts },
    ...{ name: event.name, data: event.data, reason: null },
    occurredAt: instantFromDate(event.occurredAt),
    triedAt: doneAt && instantFromDate(doneAt),
  }));
}
