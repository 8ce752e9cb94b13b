import type {
  BookingId,
  CalendarFeedId,
  EnrolmentId,
  FamilyId,
  LessonId,
  OutboxEventId,
  PersonId,
  StudentId,
} from "@/lib/ids";

/** What one family has in a school; another family of the same school must not see it. */
export type FamilyIds = {
  familyId: FamilyId;
  guardianId: PersonId;
  otherGuardianId: PersonId;
  studentId: StudentId;
  /** In no course. */
  siblingId: StudentId;
  enrolmentId: EnrolmentId;
  bookingId: BookingId;
  cancelledBookingId: BookingId;
  moveId: string;
  lessonId: LessonId;
  deskRequestId: string;
  answeredRequestId: string;
  eventId: OutboxEventId;
  /** A mail that is owed to the guardian. */
  deliveryId: string;
  /** One that could not be sent. */
  failedDeliveryId: string;
  noticeId: string;
  /** The calendar that the guardian follows. */
  feedId: CalendarFeedId;
};
