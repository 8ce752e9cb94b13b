import { Alert } from "@/components/ui/alert";
import type { TaughtLesson } from "@/lib/scheduling/availability-gaps";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type OutsideWarningProps = { outside: readonly TaughtLesson[]; locale: string; timeZone: TimeZone };

export function OutsideWarning({ outside, locale, timeZone }: OutsideWarningProps) {
  if (outside.length === 0) return null;
  const title = `${outside.length} booked ${outside.length === 1 ? "lesson lies" : "lessons lie"} outside these times`;
  return (
    <Alert tone="warning" title={title}>
      <p className="mb-1">Nothing is cancelled. Move them if the teacher cannot come.</p>
      <ul className="grid gap-1">
        {outside.map((lesson) => (
          <li key={lesson.startsAt}>
            <b>{lesson.studentName}</b>, {formatDateTime(lesson.startsAt, timeZone, locale)},{" "}
            {lesson.courseName}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
