import { inSchool } from "@/lib/db/in-school";
import type { BookingId, CourseId, EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { nameOf } from "./load-desk-courses";
import type { DeskGuardian } from "./get-course-desk";

export type OpenDeskRequest = {
  id: string;
  kind: "NO_SLOT" | "UNBOOKED";
  enrolmentId: EnrolmentId;
  courseId: CourseId;
  courseName: string;
  studentName: string;
  week: number;
  /** The lesson that is booked for that week: the family wants to move it. */
  bookingId: BookingId | null;
  message: string | null;
  createdAt: Instant;
  guardians: DeskGuardian[];
};

/** What is open about one week of an enrolment. */
export async function findDeskRequest(
  ctx: SchoolContext,
  { enrolmentId, week }: { enrolmentId: EnrolmentId; week: number },
): Promise<OpenDeskRequest | null> {
  const open = await listDeskRequests(ctx, { enrolmentId, week });
  return open[0] ?? null;
}

const MOST = 200;
const PERSON = { givenName: true, familyName: true, phone: true, email: true } as const;

const ASKED = {
  enrolment: {
    select: {
      course: { select: { id: true, name: true } },
      bookings: { where: { state: "CONFIRMED" }, select: { id: true, week: true } },
      student: {
        select: {
          person: { select: PERSON },
          family: {
            select: {
              guardians: {
                where: { kind: { not: "EMERGENCY" } },
                orderBy: { kind: "asc" },
                select: { person: { select: PERSON } },
              },
            },
          },
        },
      },
    },
  },
} as const;

/** What families asked the school and nobody has answered yet, the oldest first. */
export async function listDeskRequests(
  ctx: SchoolContext,
  only: { enrolmentId?: EnrolmentId; week?: number } = {},
): Promise<OpenDeskRequest[]> {
  const rows = await inSchool(ctx, (db) =>
    db.deskRequest.findMany({
      where: { resolvedAt: null, ...only },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST,
      include: ASKED,
    }),
  );
  return rows.map(({ enrolment: { bookings, course, student }, ...row }) => ({
    id: row.id,
    kind: row.kind,
    enrolmentId: row.enrolmentId as EnrolmentId,
    courseId: course.id as CourseId,
    courseName: course.name,
    studentName: nameOf(student.person),
    week: row.week,
    bookingId: (bookings.find(({ week }) => week === row.week)?.id ?? null) as BookingId | null,
    message: row.message,
    createdAt: instantFromDate(row.createdAt),
    guardians: student.family.guardians.map(({ person }) => ({
      name: nameOf(person),
      phone: person.phone,
      email: person.email,
    })),
  }));
}
