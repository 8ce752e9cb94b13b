import { EmptyState } from "@/components/ui/empty-state";
import type { BookedLesson, BookedWeek } from "@/lib/booking/list-booked-lessons";
import type { Day } from "@/lib/time/day";
import { formatDay, formatTimeRange } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type BookedWeekSheetProps = { week: BookedWeek; locale: string; timeZone: TimeZone };

/** The booked lessons of a week on paper, a table for each day. */
export function BookedWeekSheet({ week, locale, timeZone }: BookedWeekSheetProps) {
  if (week.lessons.length === 0) {
    return <EmptyState title="No individual lesson is booked in this week" character="liam" />;
  }
  const days = [...new Set(week.lessons.map(({ day }) => day))];
  return days.map((day) => (
    <DayTable
      key={day}
      day={day}
      lessons={week.lessons.filter((lesson) => lesson.day === day)}
      locale={locale}
      timeZone={timeZone}
    />
  ));
}

type DayTableProps = {
  day: Day;
  lessons: readonly BookedLesson[];
  locale: string;
  timeZone: TimeZone;
};

function DayTable({ day, lessons, locale, timeZone }: DayTableProps) {
  return (
    <div
      className="mb-6 overflow-x-auto print:overflow-visible"
      tabIndex={0}
      role="region"
      aria-label={formatDay(day, locale, "long")}
    >
      <table className="w-full min-w-2xl table-fixed border-collapse text-left tabular-nums print:min-w-0 print:text-sm">
        <caption className="pb-1 text-left font-display text-xl font-bold">
          {formatDay(day, locale, "long")}
        </caption>
        <thead>
          <tr className="border-b-2 border-line-strong text-sm">
            <th scope="col" className="w-[18%] py-1 pr-3">
              Time
            </th>
            <th scope="col" className="py-1 pr-3">
              Student
            </th>
            <th scope="col" className="py-1 pr-3">
              Course
            </th>
            <th scope="col" className="py-1 pr-3">
              Teacher
            </th>
            <th scope="col" className="py-1">
              Where
            </th>
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => (
            <tr key={lesson.bookingId} className="border-b border-line">
              <td className="py-1.5 pr-3">{formatTimeRange(lesson, timeZone, locale)}</td>
              <th scope="row" className="py-1.5 pr-3">
                {lesson.studentName}
              </th>
              <td className="py-1.5 pr-3">{lesson.courseName}</td>
              <td className="py-1.5 pr-3">{lesson.teacherName}</td>
              <td className="py-1.5">
                {lesson.roomName}, {lesson.locationName}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
