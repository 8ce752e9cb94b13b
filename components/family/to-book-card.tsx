import { CalendarPlus, CircleCheck, ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import type { FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import { lessonCount, whenText, type SchoolClock } from "../booking/lesson-words";
import { CallLink } from "./call-link";
import { WeekChips, type WeekChip } from "../booking/week-chips";

type ToBookCardProps = {
  /** Address of the family's area. */
  base: string;
  clock: SchoolClock;
  phone: string | null;
  enrolment: FamilyEnrolment;
};

/** One child in one course: what is still to book, and the way to book it. */
export function ToBookCard({ base, clock, phone, enrolment }: ToBookCardProps) {
  const { studentName, courseName, teacherName, weeks, toBook } = enrolment;
  const here = `${base}/book/${enrolment.id}`;
  const mayBook = enrolment.window.state === "open" && toBook > 0;
  const next = weeks.find(({ status }) => status === "to-book");
  return (
    <Card as="section" tone="raised">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="text-2xl">{studentName}</h3>
        {toBook > 0 ? (
          <Badge tone="accent">{lessonCount(toBook)} to book</Badge>
        ) : (
          <Badge tone="success" icon={CircleCheck}>
            Nothing to book
          </Badge>
        )}
      </div>
      <p className="mb-3 text-ink-soft">
        {courseName} with {teacherName}
      </p>
      <WindowLine enrolment={enrolment} clock={clock} phone={phone} />
      <WeekChips
        label={`Individual weeks of ${studentName} in ${courseName}`}
        clock={clock}
        weeks={weeks}
        hrefOf={(week) => hrefOf(base, here, { week, mayBook })}
      />
      {mayBook && next ? (
        <div className="mt-4 grid gap-2 sm:flex">
          <ButtonLink href={`${here}?week=${next.week}`} variant="accent" size="lg">
            <Icon icon={CalendarPlus} />
            Book week {next.week}
          </ButtonLink>
          {toBook > 1 ? (
            <ButtonLink href={`${here}/all`} size="lg">
              <Icon icon={ListChecks} />
              Book {toBook === 2 ? "both" : `all ${toBook}`} at once
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}

function hrefOf(base: string, here: string, at: { week: WeekChip; mayBook: boolean }) {
  const { week, mayBook } = at;
  if (week.booking !== null) return `${base}/bookings/${week.booking.id}`;
  return week.status === "to-book" && mayBook ? `${here}?week=${week.week}` : null;
}

function WindowLine({ enrolment, clock, phone }: Omit<ToBookCardProps, "base">): ReactNode {
  const { window, toBook } = enrolment;
  if (toBook === 0) return null;
  switch (window.state) {
    case "open":
      return window.closesAt === null ? null : (
        <p className="mb-3">
          Please book by <strong>{whenText(clock, window.closesAt)}</strong>.
        </p>
      );
    case "not-yet":
      return (
        <p className="mb-3">
          Booking opens <strong>{whenText(clock, window.opensAt)}</strong>.
        </p>
      );
    case "none":
      return <p className="mb-3">Booking is not open yet.</p>;
    case "closed":
      return (
        <p className="mb-3">
          Booking closed {whenText(clock, window.closedAt)}. To book now, please call the school
          {phone === null ? "" : <CallLink phone={phone} />}.
        </p>
      );
  }
}
