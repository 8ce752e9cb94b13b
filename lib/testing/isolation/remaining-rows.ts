import { type InvitationId, newId } from "@/lib/ids";
import { type Instant, plusHours, systemNow } from "@/lib/time/instant";
import { superuserQuery } from "../database";
import { date, insertRow } from "../insert-row";
import type { TestMember, TestPerson } from "../people-factory";
import { TEST_NOW, type TestSchool } from "../school-factory";
import type { FamilyIds } from "./family-ids";

type FamilyRows = { ids: FamilyIds; mark: string; startsAt: Instant };

/** What the factories do not make for a family: a move, an open question, the roll, notes, mail, a calendar. */
export async function fillFamilyTables(
  { id: schoolId }: TestSchool,
  { ids, mark, startsAt }: FamilyRows,
): Promise<void> {
  const now = date(TEST_NOW);
  const { bookingId, lessonId, studentId, guardianId, enrolmentId, eventId } = ids;
  await insertRow("booking_move", {
    ...{ schoolId, id: ids.moveId, bookingId, reason: mark, movedById: guardianId },
    ...{ fromStartsAt: date(plusHours(startsAt, -1)), toStartsAt: date(startsAt), movedAt: now },
  });
  await insertRow("desk_request", {
    ...{ schoolId, id: ids.deskRequestId, kind: "NO_SLOT", enrolmentId, week: 8 },
    ...{ message: `${mark} asks`, createdAt: now, createdById: guardianId },
  });
  await insertRow("desk_request", {
    ...{ schoolId, id: ids.answeredRequestId, kind: "NO_SLOT", enrolmentId, week: 9 },
    ...{ message: `${mark} asks`, createdAt: now, createdById: guardianId },
    ...{ resolvedAt: now, reply: `${mark} answers` },
  });
  await insertRow("attendance", {
    ...{ schoolId, lessonId, studentId, mark: "PRESENT", markedAt: now, markedById: guardianId },
    ...{ happened: true, teacherPaid: true, familyCharged: true },
  });
  await insertRow("lesson_note", {
    ...{ schoolId, id: newId(), lessonId, studentId, visibility: "STAFF", body: `${mark} note` },
    ...{ writtenAt: now, writtenById: guardianId },
  });
  await insertRow("request", {
    ...{ schoolId, actorId: guardianId, key: "first-press", inputHash: mark },
    // A server that runs would clean up an old one.
    createdAt: date(systemNow()),
    resultIds: [bookingId],
  });
  await insertRow("outbox_event", {
    ...{ schoolId, id: eventId, name: "booking/lesson.booked", occurredAt: now, dueAt: now },
    sentAt: now,
    data: JSON.stringify({ enrolmentId, bookingIds: [bookingId], actorId: guardianId }),
  });
  await superuserQuery(
    `INSERT INTO lesson_change (school_id, change_id, person_id, lesson_id, part, starts_at, ends_at, teacher_id, room_id)
     SELECT school_id, $1, $2, id, 'STUDENT', starts_at - interval '1 day', ends_at - interval '1 day', teacher_id, room_id
       FROM lesson WHERE id = $3`,
    [eventId, studentId, lessonId],
  );
  await insertRow("delivery", {
    ...{ schoolId, id: ids.deliveryId, outboxEventId: eventId, kind: "window-opened" },
    ...{ createdAt: now, recipientId: guardianId },
  });
  await insertRow("delivery", {
    ...{ schoolId, id: ids.failedDeliveryId, outboxEventId: eventId, kind: "booking-moved" },
    ...{ createdAt: now, recipientId: guardianId, state: "FAILED", lastError: mark },
  });
  await insertRow("notice", {
    ...{ schoolId, id: ids.noticeId, outboxEventId: eventId, kind: "window-opened" },
    ...{ personId: guardianId, title: `${mark} news`, body: mark, path: "family", createdAt: now },
  });
  await insertRow("job_run", {
    ...{ schoolId, eventId, job: "on-lesson-booked-tell-family", createdAt: now, lastError: mark },
    attempts: 3,
  });
  await insertRow("job_run", {
    ...{ schoolId, eventId, job: "on-lesson-booked-tell-teacher", state: "DONE" },
    ...{ createdAt: now, doneAt: now },
  });
  await insertRow("mail_opt_out", { schoolId, personId: guardianId, kind: mark, since: now });
  await insertRow("calendar_feed", {
    ...{ schoolId, id: ids.feedId, personId: guardianId, scope: "FAMILY", tokenHash: newId() },
    createdAt: now,
  });
  await insertRow("deadline_reminder", {
    ...{ schoolId, enrolmentId, closesAt: now, hours: 72, createdAt: now },
  });
}

type SchoolRows = { school: TestSchool; admin: TestMember; mark: string; person: TestPerson };

/** What the factories do not make for a school: an invitation, a reset, a token, the audit trail. */
export async function fillRemainingTables({ school, admin, mark, person }: SchoolRows) {
  const schoolId = school.id;
  const now = date(TEST_NOW);
  const later = date(plusHours(TEST_NOW, 24 * 300));
  const invitationId = newId<InvitationId>();
  await insertRow("invitation", {
    ...{ schoolId, id: invitationId, personId: person.personId, email: `${mark}@new.example` },
    ...{ roles: "{ADMIN}", tokenHash: newId(), createdAt: now, expiresAt: later },
  });
  const passwordResetId = newId();
  await insertRow("password_reset", {
    ...{ id: passwordResetId, userId: admin.userId, tokenHash: newId() },
    // A server that runs would clean up one that is over.
    ...{ createdAt: now, expiresAt: later },
  });
  const tokenId: string = newId();
  await insertRow("api_token", {
    ...{ schoolId, id: tokenId, userId: admin.userId, name: mark, tokenHash: newId() },
    ...{ createdAt: now, scope: "WRITE" },
  });
  await insertRow("audit_entry", {
    ...{ schoolId, id: newId(), at: now, actorId: admin.personId, action: "school/opened" },
    ...{ subjectId: schoolId, reason: mark, data: "{}" },
  });
  const member = { schoolId, personId: admin.personId, userId: admin.userId };
  await insertRow("security_event", { ...member, id: newId(), kind: "TOKEN_MADE", at: now });
  const securityEventId: string = newId();
  await insertRow("security_event", {
    ...{ ...member, id: securityEventId, kind: "ROLES_CHANGED", at: now },
  });
  const suppressionId: string = newId();
  await insertRow("mail_suppression", {
    ...{ schoolId, id: suppressionId, email: `${mark.toLowerCase()}@bounced.example` },
    ...{ reason: "BOUNCE", detail: mark, createdAt: now },
  });
  return { invitationId, passwordResetId, tokenId, suppressionId, securityEventId };
}
