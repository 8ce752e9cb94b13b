import { uuidv7 } from "uuidv7";
import type { Brand } from "./brand";

export type SchoolId = Brand<string, "School">;
export type UserId = Brand<string, "User">;
export type SessionId = Brand<string, "Session">;
export type ApiTokenId = Brand<string, "ApiToken">;
export type MembershipId = Brand<string, "Membership">;
export type InvitationId = Brand<string, "Invitation">;
export type PersonId = Brand<string, "Person">;
export type FamilyId = Brand<string, "Family">;
export type StudentId = Brand<string, "Student">;
export type TeacherId = Brand<string, "Teacher">;
export type LocationId = Brand<string, "Location">;
export type RoomId = Brand<string, "Room">;
export type TermId = Brand<string, "Term">;
export type ClosureId = Brand<string, "Closure">;
export type CourseId = Brand<string, "Course">;
export type EnrolmentId = Brand<string, "Enrolment">;
export type AvailabilityId = Brand<string, "Availability">;
export type LessonId = Brand<string, "Lesson">;
export type BookingId = Brand<string, "Booking">;
export type CalendarFeedId = Brand<string, "CalendarFeed">;
export type OutboxEventId = Brand<string, "OutboxEvent">;

type AnyId = Brand<string, string>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A fresh id: a UUIDv7, so that ids sort by the time they were made. */
export function newId<T extends AnyId = AnyId>(): T {
  return uuidv7() as T;
}

/** The id in a text from outside, in lower case; null when it is none. */
export function parseId<T extends AnyId = AnyId>(text: string): T | null {
  const id = text.toLowerCase();
  return UUID.test(id) ? (id as T) : null;
}
