import { unbookedReminded, windowOpened } from "@/lib/booking/events";
import type { SchoolContext } from "@/lib/school-context";
import { listFamiliesToBook, type FamilyToBook } from "./list-families-to-book";
import { familyUrl } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf, type Told } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { windowOpenedMail } from "../templates/window-opened";

/** "Time to book", to every guardian with a child in the course who has weeks to book; stale once closed. */
export const tellWindowOpened: TellingOf<typeof windowOpened, "window-opened"> = {
  kind: "window-opened",
  event: windowOpened,
  tell: (ctx, { data }) => tellTimeToBook(ctx, { kind: "window-opened", ...data }),
};

/** The same, to those whom an admin reminded; stale once they have booked. */
export const tellUnbookedReminded: TellingOf<typeof unbookedReminded, "unbooked-reminder"> = {
  kind: "unbooked-reminder",
  event: unbookedReminded,
  tell: (ctx, { data }) => tellTimeToBook(ctx, { kind: "unbooked-reminder", ...data }),
};

async function tellTimeToBook(
  ctx: SchoolContext,
  asked: Parameters<typeof listFamiliesToBook>[1],
): Promise<Told[]> {
  const families = await listFamiliesToBook(ctx, asked);
  return families.flatMap((family) => timeToBook(ctx, family));
}

function timeToBook(ctx: SchoolContext, { recipient, children }: FamilyToBook): Told[] {
  const [first] = children;
  if (first?.window.state !== "open") return [];
  const mail = composeMail(windowOpenedMail, {
    school: ctx.school,
    recipientName: recipient.name,
    courseName: first.courseName,
    teacherName: first.teacherName,
    students: children.map(studentToBook),
    closesAt: first.window.closesAt,
    bookUrl: familyUrl(ctx, ""),
  });
  return [{ recipient, notice: noticeOf(mail, "family"), mail }];
}

/** The weeks that a child still has to book, as a mail lists them. */
export function studentToBook({ studentName, weeks }: FamilyToBook["children"][number]) {
  return {
    studentName,
    weeks: weeks
      .filter(({ status }) => status === "to-book")
      .map(({ week, from }) => ({ number: week, startsOn: from })),
  };
}
