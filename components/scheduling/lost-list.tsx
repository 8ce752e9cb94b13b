import { Alert } from "@/components/ui/alert";
import type { LostBooking, LostLesson } from "@/lib/booking/changes/lost-lessons";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type LostListProps = {
  title: string;
  note?: string;
  bookings: readonly LostBooking[];
  lessons?: readonly LostLesson[];
  locale: string;
  timeZone: TimeZone;
};

/** Every lesson that would be cancelled, by name, before it is. */
export function LostList({ title, note, bookings, lessons = [], locale, timeZone }: LostListProps) {
  const when = (lesson: { startsAt: LostLesson["startsAt"] }) =>
    formatDateTime(lesson.startsAt, timeZone, locale);
  return (
    <Alert tone="warning" title={title}>
      {note === undefined ? null : <p className="mb-2">{note}</p>}
      <ul className="grid max-h-80 gap-1 overflow-y-auto" tabIndex={0} aria-label={title}>
        {byTime([...bookings, ...lessons]).map((lost) =>
          "bookingId" in lost ? (
            <li key={lost.bookingId}>
              <b>{lost.studentName}</b>, {when(lost)}, {lost.courseName}
            </li>
          ) : (
            <li key={lost.lessonId}>
              <b>{lost.courseName}</b>, {when(lost)} ({lost.studentIds.length}{" "}
              {lost.studentIds.length === 1 ? "student" : "students"})
            </li>
          ),
        )}
      </ul>
    </Alert>
  );
}

function byTime<Lost extends LostBooking | LostLesson>(list: readonly Lost[]): Lost[] {
  return list.toSorted((a, b) => a.startsAt - b.startsAt);
}
