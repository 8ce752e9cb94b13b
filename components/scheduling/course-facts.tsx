import { CalendarDays, Clock, MapPin, Music, UserRound, WalletCards } from "lucide-react";
import { Card } from "@/components/ui/card";
import { FactList, type Fact } from "@/components/ui/fact-list";
import { formatMoney, money } from "@/lib/money";
import type { CourseView } from "@/lib/scheduling/get-course";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { COURSE_KINDS, meetingText } from "./course-words";

type CourseFactsProps = {
  course: CourseView;
  locale: string;
  timeZone: TimeZone;
  currency: string;
};

/** What an admin set when the course was made. */
export function CourseFacts({ course, locale, timeZone, currency }: CourseFactsProps) {
  const price = (minor: number | null) =>
    minor === null ? "not set" : formatMoney(money(minor, currency), locale);
  const lengths = course.lessonMinutes
    ? `${course.groupMinutes} min group, ${course.lessonMinutes} min individual`
    : `${course.groupMinutes} min`;
  const [next] = course.lessonsAhead;
  const facts: Fact[] = [
    { label: "Kind", value: COURSE_KINDS[course.kind].label, icon: Music },
    { label: "Meets", value: meetingText(course, locale), icon: CalendarDays },
    { label: "Length", value: lengths, icon: Clock },
    { label: "Teacher", value: course.teacherName, icon: UserRound },
    { label: "Room", value: `${course.roomName}, ${course.locationName}`, icon: MapPin },
    {
      label: course.kind === "HYBRID" ? "Group lesson / individual lesson" : "A lesson",
      value:
        course.kind === "HYBRID"
          ? `${price(course.groupPriceMinor)} / ${price(course.lessonPriceMinor)}`
          : price(course.groupPriceMinor),
      icon: WalletCards,
    },
    {
      label: "Next lesson together",
      value: next ? formatDateTime(next.startsAt, timeZone, locale) : "none ahead",
      icon: CalendarDays,
    },
  ];
  return (
    <Card as="section" title="About">
      <FactList facts={facts} />
    </Card>
  );
}
