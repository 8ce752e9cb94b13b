import { linkToken, tokenHash } from "@/lib/link-token";
import { makeUnsubscribeLink } from "@/lib/notifications/choices/make-unsubscribe-link";
import { superuserQuery } from "@/lib/testing/database";
import { newId, type PersonId, type SchoolId } from "@/lib/ids";

export type Records = Record<string, string>;

/**
 * One record of the demo school for every part of an address: the demo family's lesson to come, a week
 * that they have still to book, and what the demo begins without (a blocked address, links by mail).
 */
export async function demoRecords(): Promise<Records> {
  const { rows } = await superuserQuery(`
    SELECT m.school_id AS "schoolId", m.person_id AS "personId", u.id AS "userId",
      e.id AS "enrolmentId", e.course_id AS "courseId", e.student_id AS "studentId",
      s.family_id AS "familyId", c.teacher_id AS "teacherId", b.id AS "bookingId", b.week AS booked,
      (SELECT min(w.week) FROM week_plan_week w WHERE w.school_id = c.school_id
        AND w.course_id = c.id AND w.kind = 'INDIVIDUAL' AND w.week > b.week) AS week,
      (SELECT id FROM closure WHERE school_id = c.school_id ORDER BY starts_on DESC LIMIT 1) AS "closureId",
      (SELECT o.person_id FROM guardian o WHERE o.school_id = g.school_id
        AND o.family_id = g.family_id AND o.kind = 'OTHER') AS "otherId"
    FROM "user" u
    JOIN membership m ON m.user_id = u.id
    JOIN guardian g ON g.school_id = m.school_id AND g.person_id = m.person_id
    JOIN student s ON s.school_id = g.school_id AND s.family_id = g.family_id
    JOIN enrolment e ON e.school_id = s.school_id AND e.student_id = s.id
    JOIN course c ON c.school_id = e.school_id AND c.id = e.course_id
    JOIN booking b ON b.school_id = e.school_id AND b.enrolment_id = e.id AND b.state = 'CONFIRMED'
    JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id AND l.starts_at > now()
    WHERE u.email = 'parent@musicnme.example' ORDER BY l.starts_at LIMIT 1`);
  const [found] = rows;
  if (!found) throw new Error("The demo parent has a lesson to come, booked by themselves.");
  const records = Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, String(value)]),
  );
  return {
    ...records,
    suppressionId: await aBlockedAddress(records),
    invitation: await anInvitation(records),
    reset: await aReset(records),
    unsubscribe: unsubscribeToken(records),
  };
}

async function aBlockedAddress({ schoolId }: Records): Promise<string> {
  const id = newId();
  await superuserQuery(
    `INSERT INTO mail_suppression (school_id, id, email, reason, detail, created_at)
      VALUES ($1, $2, 'gone@family.example', 'BOUNCE', '550 No', now())`,
    [schoolId, id],
  );
  return id;
}

async function anInvitation({ schoolId, otherId }: Records): Promise<string> {
  const id = newId();
  const token = linkToken("invitation", id);
  await superuserQuery(
    `INSERT INTO invitation (school_id, id, person_id, email, roles, token_hash, created_at, expires_at)
      VALUES ($1, $2, $3, 'jamie@family.example', '{PARENT}', $4, now(), now() + interval '10 days')`,
    [schoolId, id, otherId, tokenHash(token)],
  );
  return token;
}

async function aReset({ userId }: Records): Promise<string> {
  const id = newId();
  const token = linkToken("password-reset", id);
  await superuserQuery(
    `INSERT INTO password_reset (id, user_id, token_hash, created_at, expires_at)
      VALUES ($1, $2, $3, now(), now() + interval '1 hour')`,
    [id, userId, tokenHash(token)],
  );
  return token;
}

function unsubscribeToken({ schoolId, personId }: Records): string {
  const link = makeUnsubscribeLink(schoolId as SchoolId, personId as PersonId, "lesson-reminder");
  return new URL(link.pageUrl).pathname.split("/").at(-1) ?? "";
}
