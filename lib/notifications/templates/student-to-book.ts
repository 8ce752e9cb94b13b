import { formatDay } from "@/lib/time/format";
import type { Day } from "@/lib/time/day";
import type { MailBlock, MailSchool } from "./mail-content";

/** The weeks for which a student still has an individual lesson to book. */
export type StudentToBook = {
  studentName: string;
  weeks: readonly { number: number; startsOn: Day }[];
};

export function studentCard({ studentName, weeks }: StudentToBook, school: MailSchool): MailBlock {
  const count = weeks.length === 1 ? "1 lesson" : `${weeks.length} lessons`;
  return {
    kind: "card",
    title: `${studentName}: ${count}`,
    facts: weeks.map(({ number, startsOn }) => ({
      label: `Week ${number}`,
      value: `from ${formatDay(startsOn, school.locale, "short")}`,
    })),
  };
}
