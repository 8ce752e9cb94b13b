import { windowClosing } from "@/lib/booking/events";
import { parseInstant } from "@/lib/time/instant";
import { listFamiliesToBook } from "./list-families-to-book";
import { familyUrl } from "./load-booking-mail-facts";
import { studentToBook } from "./tell-window-opened";
import { noticeOf, type TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { windowClosingMail } from "../templates/window-closing";

/** "Not booked yet", before the window closes; stale once booked, closed, or closing at another time. */
export const tellWindowClosing: TellingOf<typeof windowClosing, "window-closing"> = {
  kind: "window-closing",
  event: windowClosing,
  tell: async (ctx, { data }) => {
    const closesAt = parseInstant(data.closesAt);
    const families = await listFamiliesToBook(ctx, { kind: "window-closing", ...data });
    return families.flatMap(({ recipient, children }) => {
      const closing = children.filter(
        ({ window }) => window.state === "open" && window.closesAt === closesAt,
      );
      const [first] = closing;
      if (first === undefined || closesAt === null) return [];
      const mail = composeMail(windowClosingMail, {
        school: ctx.school,
        recipientName: recipient.name,
        courseName: first.courseName,
        students: closing.map(studentToBook),
        closesAt,
        bookUrl: familyUrl(ctx, ""),
      });
      return [{ recipient, notice: noticeOf(mail, "family"), mail }];
    });
  },
};
