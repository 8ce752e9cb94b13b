import { inSchool } from "@/lib/db/in-school";
import { openTimesChanged } from "@/lib/scheduling/events";
import type { SchoolContext } from "@/lib/school-context";
import { asDay, type Day } from "@/lib/time/day";
import { formatDay } from "@/lib/time/format";
import { dayAt } from "@/lib/time/zone";
import { findRecipients } from "./find-recipients";
import type { TellingOf } from "./telling";

/** A teacher's open times were changed by the school: told in the app alone, not once the days are over. */
export const tellOpenTimesChanged: TellingOf<typeof openTimesChanged, "open-times-changed"> = {
  kind: "open-times-changed",
  event: openTimesChanged,
  tell: async (ctx, { data: { teacherId, days } }) => {
    const today = dayAt(ctx.now, ctx.school.timeZone);
    if (days !== null && asDay(days.until) < today) return [];
    const { recipients } = await inSchool(ctx, (db) =>
      findRecipients(db, "open-times-changed", { teacherIds: [teacherId] }),
    );
    const notice = {
      title: `Your open times were changed: ${daysText(ctx, days)}`,
      body: "See when families can book individual lessons with you.",
      path: "teach/open-times",
    };
    return recipients.map((recipient) => ({ recipient, notice, mail: null }));
  },
};

function daysText({ school }: SchoolContext, days: { on: string; until: string } | null): string {
  if (days === null) return "every week";
  const text = (day: Day) => formatDay(day, school.locale, "short");
  const [first, last] = [asDay(days.on), asDay(days.until)];
  return first === last ? text(first) : `${text(first)} to ${text(last)}`;
}
