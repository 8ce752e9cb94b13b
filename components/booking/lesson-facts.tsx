import { CalendarDays, Clock, MapPin, UserRound } from "lucide-react";
import { formatDay, formatTimeRange } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { FactList, type Fact } from "../ui/fact-list";
import { whenText, type SchoolClock } from "./lesson-words";

export type LessonPlace = {
  startsAt: Instant;
  endsAt: Instant;
  teacherName: string;
  roomName: string;
  locationName: string;
  locationAddress: string | null;
  /** Left out where there is nothing left to cancel. */
  cancelBy?: Instant | undefined;
};

/** What a lesson means for a family: when, with whom, where, and until when it can be changed. */
export function LessonFacts({ clock, lesson }: { clock: SchoolClock; lesson: LessonPlace }) {
  return <FactList facts={factsOf(clock, lesson)} />;
}

function factsOf(clock: SchoolClock, lesson: LessonPlace): Fact[] {
  const { timeZone, locale } = clock;
  const facts: Fact[] = [
    {
      label: "When",
      icon: CalendarDays,
      value: (
        <>
          <span className="block">
            {formatDay(dayAt(lesson.startsAt, timeZone), locale, "long")}
          </span>
          <span className="block font-display text-2xl font-bold tabular-nums">
            {formatTimeRange(lesson, timeZone, locale)}
          </span>
        </>
      ),
    },
    { label: "Teacher", icon: UserRound, value: lesson.teacherName },
    {
      label: "Where",
      icon: MapPin,
      value: (
        <>
          {lesson.roomName}, {lesson.locationName}
          {lesson.locationAddress ? (
            <span className="block font-normal">{lesson.locationAddress}</span>
          ) : null}
        </>
      ),
    },
  ];
  if (lesson.cancelBy === undefined) return facts;
  return [
    ...facts,
    { label: "Move or cancel until", icon: Clock, value: whenText(clock, lesson.cancelBy) },
  ];
}
