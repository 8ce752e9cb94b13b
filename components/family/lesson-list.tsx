import { MapPin } from "lucide-react";
import Link from "next/link";
import type { FamilyLesson } from "@/lib/booking/list-family-schedule";
import type { Day } from "@/lib/time/day";
import { formatDay, formatTimeRange } from "@/lib/time/format";
import { dayAt } from "@/lib/time/zone";
import type { SchoolClock } from "../booking/lesson-words";
import { LessonKindBadge, type LessonKind } from "../shell/lesson-kind-badge";
import { Icon } from "../ui/icon";

type LessonListProps = { base: string; clock: SchoolClock; lessons: readonly FamilyLesson[] };

/** The lessons of all children by day. */
export function LessonList({ base, clock, lessons }: LessonListProps) {
  const days = Map.groupBy(lessons, ({ startsAt }) => dayAt(startsAt, clock.timeZone));
  return (
    <ol className="grid gap-4">
      {[...days].map(([day, ofDay]) => (
        <li key={day}>
          <h3 className="mb-2 text-lg">{dayLabel(day, clock)}</h3>
          <ul className="grid gap-2">
            {ofDay.map((lesson) => (
              <LessonItem key={lesson.lessonId + lesson.studentName} {...{ base, clock, lesson }} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function LessonItem({
  base,
  clock,
  lesson,
}: Omit<LessonListProps, "lessons"> & { lesson: FamilyLesson }) {
  const { studentName, bookingId } = lesson;
  return (
    <li className="relative grid gap-1.5 rounded-card bg-surface-raised p-4 has-[a:hover]:bg-surface-sunken">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-bold tabular-nums">
          {formatTimeRange(lesson, clock.timeZone, clock.locale)}
        </p>
        <LessonKindBadge kind={kindOf(lesson)} />
      </div>
      <p>
        {bookingId === null ? (
          <strong>{studentName}</strong>
        ) : (
          <Link
            href={`${base}/bookings/${bookingId}`}
            prefetch={false}
            className="font-bold text-primary-strong underline underline-offset-4 before:absolute before:inset-0 before:rounded-card"
          >
            {studentName}
          </Link>
        )}
        {" · "}
        {lesson.courseName} with {lesson.teacherName}
      </p>
      <p className="flex items-center gap-1.5 text-sm text-ink-soft">
        <Icon icon={MapPin} className="size-4" />
        {lesson.roomName}, {lesson.locationName}
      </p>
    </li>
  );
}

function dayLabel(day: Day, { locale }: SchoolClock): string {
  return formatDay(day, locale, "short");
}

const KINDS = {
  INDIVIDUAL: "individual",
  GROUP: "group",
  BAND: "band",
  ONE_OFF: "one-off",
} as const;

function kindOf({ courseKind, lessonKind }: FamilyLesson): LessonKind {
  if (courseKind !== "HYBRID") return KINDS[courseKind];
  return lessonKind === "GROUP" ? "hybrid-group" : "hybrid-individual";
}
