import { inSchool, type Db } from "@/lib/db/in-school";
import type { CourseId, TermId } from "@/lib/ids";
import { findFoldedSearch } from "@/lib/people/find-folded-search";
import { keySearch, type FoldedSearch } from "@/lib/people/name-search";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, dayFromDate, type Day, type Weekday } from "@/lib/time/day";
import { wallTimeFromMinutes, type WallTime } from "@/lib/time/wall-time";
import { dayAt } from "@/lib/time/zone";
import type { CourseKind } from "./course-lessons";
import { findCurrentTerm, findTerms, type TermChoice } from "./find-current-term";

export type CourseRow = {
  id: CourseId;
  name: string;
  kind: CourseKind;
  instrument: string | null;
  teacherName: string;
  locationName: string;
  roomName: string;
  weekday: Weekday | null;
  heldOn: Day | null;
  startTime: WallTime;
  /** Students enrolled today or later. */
  enrolled: number;
  capacity: number;
};

export type CoursesQuery = {
  search?: string;
  kind?: CourseKind | null;
  termId?: TermId | null;
  /** Those that were archived, instead of the present ones. */
  archived?: boolean;
  /** From 1. */
  page?: number;
};

export type CoursesPage = {
  term: TermChoice | null;
  terms: TermChoice[];
  courses: CourseRow[];
  total: number;
  page: number;
  pages: number;
};

const PAGE_SIZE = 20;

/** The courses of a term (the one asked for, else the present one) by name. */
export async function listCourses(ctx: SchoolContext, query: CoursesQuery): Promise<CoursesPage> {
  return inSchool(ctx, async (db) => {
    const terms = await findTerms(db);
    const term = terms.find(({ id }) => id === query.termId) ?? (await findCurrentTerm(db, ctx));
    if (term === null) return { term, terms, courses: [], total: 0, page: 1, pages: 1 };
    const where = {
      termId: term.id,
      archivedAt: query.archived === true ? { not: null } : null,
      ...(query.kind && { kind: query.kind }),
      ...courseSearch(await findFoldedSearch(db, query.search)),
    };
    const total = await db.course.count({ where });
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const page = Math.min(Math.max(1, query.page ?? 1), pages);
    const courses = await readRows(db, where, {
      skip: (page - 1) * PAGE_SIZE,
      today: dayAt(ctx.now, ctx.school.timeZone),
    });
    return { term, terms, courses, total, page, pages };
  });
}

function courseSearch(search: FoldedSearch | null) {
  if (search === null) return {};
  return { OR: [keySearch(search), { teacher: { person: keySearch(search) } }] };
}

type Where = { termId: string } & ReturnType<typeof courseSearch>;

async function readRows(
  db: Db,
  where: Where,
  { skip, today }: { skip: number; today: Day },
): Promise<CourseRow[]> {
  const present = { OR: [{ endsOn: null }, { endsOn: { gte: dateFromDay(today) } }] };
  const rows = await db.course.findMany({
    where,
    orderBy: [{ searchKey: "asc" }, { id: "asc" }],
    skip,
    take: PAGE_SIZE,
    include: {
      teacher: { select: { person: { select: { givenName: true, familyName: true } } } },
      location: { select: { name: true } },
      room: { select: { name: true } },
      _count: { select: { enrolments: { where: present } } },
    },
  });
  return rows.map((row) => ({
    id: row.id as CourseId,
    name: row.name,
    kind: row.kind,
    instrument: row.instrument,
    teacherName: `${row.teacher.person.givenName} ${row.teacher.person.familyName}`,
    locationName: row.location.name,
    roomName: row.room.name,
    weekday: row.weekday as Weekday | null,
    heldOn: row.heldOn && dayFromDate(row.heldOn),
    startTime: wallTimeFromMinutes(row.startMinute),
    enrolled: row._count.enrolments,
    capacity: row.capacity,
  }));
}
