import { listFamilyEnrolments, type FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import { inSchool } from "@/lib/db/in-school";
import { personJoined } from "@/lib/events/account-events";
import type { EnrolmentId, PersonId } from "@/lib/ids";
import { studentsInReach } from "@/lib/people/reach";
import { enrolmentOpened } from "@/lib/scheduling/events";
import type { SchoolContext } from "@/lib/school-context";
import { findRecipients } from "./find-recipients";
import { familyUrl } from "./load-booking-mail-facts";
import { studentToBook } from "./tell-window-opened";
import { noticeOf, type Recipient, type TellingOf, type Told } from "./telling";
import { bookingOpenNowMail } from "../templates/booking-open-now";
import { composeMail } from "../templates/compose-mail";

/** What is open and still to book, to a guardian who has just got their sign-in; stale once booked. */
export const tellOpenToJoined: TellingOf<typeof personJoined, "open-to-joined"> = {
  kind: "open-to-joined",
  event: personJoined,
  tell: async (ctx, { data: { personId } }) => {
    const studentIds = await listStudentsOf(ctx, personId);
    if (studentIds.length === 0) return [];
    const about = { studentIds };
    const found = await inSchool(ctx, (db) => findRecipients(db, "open-to-joined", about));
    const recipient = found.recipients.find((one) => one.personId === personId);
    if (recipient === undefined) return [];
    const enrolments = await listFamilyEnrolments(ctx);
    const own = enrolments.filter(({ studentId }) => studentIds.includes(studentId));
    return openNow(ctx, recipient, own);
  },
};

/** The same to every guardian of a student who joined, or may book longer, while booking is open. */
export const tellOpenToEnrolled: TellingOf<typeof enrolmentOpened, "open-to-enrolled"> = {
  kind: "open-to-enrolled",
  event: enrolmentOpened,
  tell: async (ctx, { data }) => {
    const enrolmentId = data.enrolmentId as EnrolmentId;
    const enrolments = await listFamilyEnrolments(ctx, { enrolmentId });
    if (!(await isAnnounced(ctx, enrolmentId))) return [];
    const studentIds = enrolments.map(({ studentId }) => studentId);
    const about = { studentIds };
    const found = await inSchool(ctx, (db) => findRecipients(db, "open-to-enrolled", about));
    return found.recipients.flatMap((recipient) => openNow(ctx, recipient, enrolments));
  },
};

function openNow(
  ctx: SchoolContext,
  { personId, name, email }: Recipient,
  enrolments: readonly FamilyEnrolment[],
): Told[] {
  const open = enrolments.flatMap((enrolment) => {
    const { window, toBook, courseName } = enrolment;
    if (window.state !== "open" || toBook === 0) return [];
    return [{ ...studentToBook(enrolment), courseName, closesAt: window.closesAt }];
  });
  if (open.length === 0) return [];
  const mail = composeMail(bookingOpenNowMail, {
    school: ctx.school,
    recipientName: name,
    enrolments: open,
    bookUrl: familyUrl(ctx, ""),
  });
  return [{ recipient: { personId, name, email }, notice: noticeOf(mail, "family"), mail }];
}

async function listStudentsOf(ctx: SchoolContext, personId: string): Promise<string[]> {
  const children = studentsInReach({ kind: "guardian", personId: personId as PersonId });
  const students = await inSchool(ctx, (db) =>
    db.student.findMany({
      where: { archivedAt: null, ...children },
      select: { id: true },
    }),
  );
  return students.map(({ id }) => id);
}

/** A window that has not been announced yet will be, to this family as to all. */
async function isAnnounced(ctx: SchoolContext, enrolmentId: EnrolmentId): Promise<boolean> {
  const where = { id: enrolmentId, course: { windowAnnouncedAt: { not: null } } };
  return (await inSchool(ctx, (db) => db.enrolment.count({ where }))) > 0;
}
