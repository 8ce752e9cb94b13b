import { Alert } from "@/components/ui/alert";
import type { LostBooking, LostLesson } from "@/lib/booking/changes/lost-lessons";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type LostListProps = {
  title: string;
  note: string;
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
      <p className="mb-2">{note}</p>
      <ul className="grid max-h-80 gap-1 overflow-y-auto" tabIndex={0} aria-label={title}>
        {bookings.map((booking) => (
          <li key={booking.bookingId}>
            <b>{booking.studentName}</b>, {when(booking)}, {booking.courseName}
          </li>
        ))}
        {lessons.map((lesson) => (
          <li key={lesson.lessonId}>
            <b>{lesson.courseName}</b>, {when(lesson)} ({lesson.students}{" "}
            {lesson.students === 1 ? "student" : "students"})
          </li>
        ))}
      </ul>
    </Alert>
  );
}
