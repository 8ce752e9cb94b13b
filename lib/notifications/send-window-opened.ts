import type { windowOpened } from "@/lib/booking/events";
import { listFamilyEnrolments, type FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
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
  const courseId = event.data.courseId as CourseId;
  const open = (await listFamilyEnrolments(ctx, { courseId })).filter((one) => one.toBook > 0);
  const byGuardian = await groupByGuardian(ctx, open);
  for (const { recipient, children } of byGuardian) {
    await deliverMail(ctx, {
      eventId: event.id,
      kind: "window-opened",
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
