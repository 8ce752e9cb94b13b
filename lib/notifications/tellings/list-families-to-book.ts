import { listFamilyEnrolments, type FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { findRecipients } from "./find-recipients";
import { getNotified } from "./get-notified";
import type { Notified } from "./notified";
import type { Recipient } from "./telling";
import type { TellingKind } from "./telling-kinds";

export type FamilyToBook = { recipient: Recipient; children: FamilyEnrolment[] };

type ToBook = {
  kind: TellingKind;
  courseId: string;
  /** Of these enrolments only, if any are named. */
  enrolmentIds?: readonly string[];
};

/** Every guardian of a course with a child who has weeks to book and may book them now. */
export async function listFamiliesToBook(
  ctx: SchoolContext,
  { kind, ...asked }: ToBook,
): Promise<FamilyToBook[]> {
  const open = (await listToBook(ctx, asked)).filter(({ window }) => window.state === "open");
  const studentIds = open.map(({ studentId }) => studentId);
  const { recipients } = await inSchool(ctx, (db) => findRecipients(db, kind, { studentIds }));
  return recipients.map(({ studentIds: own, ...recipient }) => ({
    recipient,
    children: open.filter(({ studentId }) => own.includes(studentId)),
  }));
}

/** Who is notified when the window of a course opens now, or is reminded while it is open. */
export async function getNotifiedToBook(
  ctx: SchoolContext,
  { kind, ...asked }: ToBook & { kind: "window-opened" | "unbooked-reminder" },
): Promise<Notified> {
  const toBook = await listToBook(ctx, asked);
  const opened =
    kind === "window-opened" ? toBook : toBook.filter(({ window }) => window.state === "open");
  return getNotified(ctx, [{ kind, studentIds: opened.map(({ studentId }) => studentId) }]);
}

async function listToBook(ctx: SchoolContext, { courseId, enrolmentIds }: Omit<ToBook, "kind">) {
  const enrolments = await listFamilyEnrolments(ctx, { courseId: courseId as CourseId });
  return enrolments.filter(({ id, toBook }) => toBook > 0 && (enrolmentIds?.includes(id) ?? true));
}
