import {
  type AvailabilityId,
  type CalendarFeedId,
  type ClosureId,
  type CourseId,
  type InvitationId,
  type LocationId,
  newId,
  type OutboxEventId,
  type PersonId,
  type RoomId,
  type TeacherId,
  type TermId,
} from "@/lib/ids";
import { anAvailability, anAvailabilityException } from "../availability-factory";
import { aBooking } from "../booking-factory";
import { superuserQuery } from "../database";
import {
  aFamily,
  aGuardian,
  anAdmin,
  aPerson,
  aTeacher,
  type TestFamily,
  type TestMember,
} from "../people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment, type TestCourse } from "../scheduling-factory";
import { aClosure, aLocation, aRoom, aSchool, aTerm, at, type TestSchool } from "../school-factory";
import { asInstant } from "@/lib/time/instant";
import type { FamilyIds } from "./family-ids";
import { fillFamilyTables, fillRemainingTables } from "./remaining-rows";

/** Something of everything that a school can have, by id. */
export type SchoolIds = FamilyIds & {
  locationId: LocationId;
  roomId: RoomId;
  termId: TermId;
  closureId: ClosureId;
  teacherId: TeacherId;
  /** Teaches nothing yet. */
  newTeacherId: TeacherId;
  adminId: PersonId;
  courseId: CourseId;
  groupCourseId: CourseId;
  exceptionId: AvailabilityId;
  /** Known to the school without being a guardian, invited, not yet signed in. */
  personId: PersonId;
  invitationId: InvitationId;
  passwordResetId: string;
  tokenId: string;
  suppressionId: string;
  securityEventId: string;
};

export type FullSchool = {
  school: TestSchool;
  admin: TestMember;
  teacher: TestMember;
  guardian: TestMember;
  ids: SchoolIds;
  /** A second family in the same courses, with its own guardian. */
  neighbours: { guardian: TestMember; ids: FamilyIds };
  /** Stands in every name of the school's people and things. */
  mark: string;
};

/** When families may no longer book in the hybrid course. */
export const WINDOW_CLOSES_AT = asInstant(Date.UTC(2026, 10, 20));
/** Half a day before the lesson that each family has booked. */
export const BEFORE_THE_LESSON = asInstant(Date.UTC(2026, 10, 1, 16));

/** A school with rows in every table, all names bearing its mark. */
export async function aFullSchool(mark: string): Promise<FullSchool> {
  const school = await aSchool({ name: `${mark} Music` });
  const admin = await anAdmin(school, { givenName: `${mark} Admin` });
  const teacher = await aTeacher(school, { givenName: `${mark} Teacher`, instruments: ["piano"] });
  const newTeacher = await aTeacher(school, { givenName: `${mark} New Teacher` });
  const location = await aLocation(school, { name: `${mark} House`, address: `1 ${mark} Street` });
  const room = await aRoom(school, { location, name: `${mark} Studio` });
  const term = await aTerm(school, { name: `${mark} Term` });
  const closureId = await aClosure(school, { startsOn: "2026-11-25", name: `${mark} Day` });
  await anAvailability(school, teacher, { location, from: "15:00", to: "15:30" });
  const extra = { on: "2026-11-27", from: "10:00", to: "12:00" };
  const exceptionId = await anAvailabilityException(school, teacher, extra);
  const facts = { term, teacher, room };
  const plan = "G--I---I-I";
  const named = { ...facts, plan, name: `${mark} Piano` };
  const course = await aHybridCourse(school, { ...named, windowClosesAt: WINDOW_CLOSES_AT });
  const workshop = await aTerm(school, { name: `${mark} Week`, startsOn: "2027-01-11", weeks: 1 });
  const groupFacts = { ...facts, term: workshop, weekday: 3 } as const;
  const groupCourse = await aGroupCourse(school, { ...groupFacts, name: `${mark} Choir` });
  const own = await aFullFamily(course, { mark, time: "15:00" });
  const next = await aFullFamily(course, { mark: `${mark} Neighbour`, time: "17:00" });
  const person = await aPerson(school, { givenName: `${mark} Newcomer`, email: "new@new.example" });
  const remaining = await fillRemainingTables({ school, admin, mark, person });
  const ids = {
    ...own.ids,
    ...remaining,
    ...{ locationId: location.id, roomId: room.id, termId: term.id, closureId, exceptionId },
    ...{ teacherId: teacher.id, newTeacherId: newTeacher.id, adminId: admin.personId },
    ...{ courseId: course.id, groupCourseId: groupCourse.id, personId: person.personId },
  };
  const { guardian } = own.family;
  const neighbours = { guardian: next.family.guardian, ids: next.ids };
  return { school, admin, teacher, guardian, ids, neighbours, mark };
}

type FamilyPlan = { mark: string; time: string };

async function aFullFamily(
  course: TestCourse,
  { mark, time }: FamilyPlan,
): Promise<{ family: TestFamily; ids: FamilyIds }> {
  const { school } = course;
  const students = [`${mark} Mia`, `${mark} Leo`] as const;
  const family = await aFamily(school, { name: `${mark} Family`, students: [...students] });
  const other = await aGuardian(school, { family, kind: "OTHER", givenName: `${mark} Dad` });
  await reachableByMail(family.guardian.personId, mark);
  const [student, sibling] = family.students;
  const enrolment = await anEnrolment(course, student);
  const startsAt = at(school, `2026-11-02 ${time}`);
  const booking = await aBooking(enrolment, { week: 4, startsAt });
  const never = { week: 10, startsAt: at(school, `2026-12-14 ${time}`) };
  const cancelled = await aBooking(enrolment, {
    ...never,
    state: "CANCELLED",
    cancelReason: "CLOSURE",
  });
  const ids = {
    cancelledBookingId: cancelled.id,
    ...{ familyId: family.id, guardianId: family.guardian.personId, studentId: student.id },
    ...{ otherGuardianId: other.personId, enrolmentId: enrolment.id, bookingId: booking.id },
    ...{ siblingId: (sibling ?? student).id, lessonId: booking.lessonId },
    ...{ moveId: newId(), deskRequestId: newId(), deliveryId: newId(), noticeId: newId() },
    failedDeliveryId: newId(),
    answeredRequestId: newId(),
    eventId: newId<OutboxEventId>(),
    feedId: newId<CalendarFeedId>(),
  };
  await fillFamilyTables(school, { ids, mark, startsAt });
  return { family, ids };
}

async function reachableByMail(personId: PersonId, mark: string): Promise<void> {
  const email = `${mark.replace(" ", "-")}-${personId}@family.example`.toLowerCase();
  await superuserQuery("UPDATE person SET email = $2 WHERE id = $1", [personId, email]);
}
