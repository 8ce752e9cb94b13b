import { Card } from "@/components/ui/card";
import type { AdminHome } from "@/lib/booking/desk/get-admin-home";
import { formatTimeRange } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type LessonsTodayProps = {
  lessons: AdminHome["lessonsToday"];
  locale: string;
  timeZone: TimeZone;
};

export function LessonsToday({ lessons, locale, timeZone }: LessonsTodayProps) {
  return (
    <Card as="section" title="Lessons today">
      {lessons.length === 0 ? <p className="text-ink-soft">None today.</p> : null}
      <ol className="grid gap-2">
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <b className="tabular-nums">{formatTimeRange(lesson, timeZone, locale)}</b>
            <br />
            {lesson.courseName}, {lesson.roomName}
          </li>
        ))}
      </ol>
    </Card>
  );
}
