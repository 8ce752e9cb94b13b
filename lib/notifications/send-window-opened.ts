import type { unbookedReminded, windowOpened } from "@/lib/booking/events";
import { listFamilyEnrolments, type FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import { inSchool } from "@/lib/db/in-school";
import type { CourseId, OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { familyUrl } from "./load-booking-mail-facts";
import { deliverMail, type MailRecipient } from "./deliver-mail";
import { listGuardiansToMail } from "./list-guardians-to-mail";
import type { OwedEvent } from "@/lib/events/define-event";
import { renderMail } from "./templates/render-mail";
import { windowOpenedMail } from "./templates/window-opened";

/** "Time to book", to every guardian with a child in the course who has weeks to book; stale once closed. */
export async function sendWindowOpened(
  ctx: SchoolContext,
  event: OwedEvent<typeof windowOpened>,
): Promise<void> {
  await sendTimeToBook(ctx, { ...event.data, eventId: event.id, kind: "window-opened" });
}

/** The same mail, to those whom an admin reminded; stale once they have booked. */
export async function sendUnbookedReminder(
  ctx: SchoolContext,
  event: OwedEvent<typeof unbookedReminded>,
): Promise<void> {
  await sendTimeToBook(ctx, { ...event.data, eventId: event.id, kind: "unbooked-reminder" });
}

type TimeToBook = {
  eventId: OutboxEventId;
  kind: string;
  courseId: string;
  /** Only these; everybody in the course when left out. */
  enrolmentIds?: readonly string[];
};

async function sendTimeToBook(ctx: SchoolContext, owed: TimeToBook): Promise<void> {
  const courseId = owed.courseId as CourseId;
  const open = (await listFamilyEnrolments(ctx, { courseId })).filter(
    ({ id, toBook }) => toBook > 0 && (owed.enrolmentIds?.includes(id) ?? true),
  );
  const byGuardian = await groupByGuardian(ctx, open);
  for (const { recipient, children } of byGuardian) {
    await deliverMail(ctx, {
      eventId: owed.eventId,
      kind: owed.kind,
      recipient,
      render: () => renderWindowOpened(ctx, recipient, children),
    });
  }
}

type GuardianMail = { recipient: MailRecipient; children: FamilyEnrolment[] };

async function groupByGuardian(
  ctx: SchoolContext,
  enrolments: readonly FamilyEnrolment[],
): Promise<GuardianMail[]> {
  const found = new Map<string, GuardianMail>();
  await inSchool(ctx, async (db) => {
    for (const enrolment of enrolments) {
      for (const recipient of await listGuardiansToMail(db, enrolment.studentId)) {
        const mail = found.get(recipient.personId) ?? { recipient, children: [] };
        found.set(recipient.personId, mail);
        mail.children.push(enrolment);
      }
    }
  });
  return [...found.values()];
}

async function renderWindowOpened(
  ctx: SchoolContext,
  recipient: MailRecipient,
  children: readonly FamilyEnrolment[],
) {
  const [first] = children;
  if (first?.window.state !== "open") return null;
  return renderMail(windowOpenedMail, {
    school: ctx.school,
    recipientName: recipient.name,
    courseName: first.courseName,
    teacherName: first.teacherName,
    students: children.map(({ studentName, weeks }) => ({
      studentName,
      weeks: weeks
        .filter(({ status }) => status === "to-book")
        .map(({ week, from }) => ({ number: week, startsOn: from })),
    })),
    closesAt: first.window.closesAt,
    bookUrl: familyUrl(ctx, ""),
  });
}
