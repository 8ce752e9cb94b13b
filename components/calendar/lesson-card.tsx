import { CalendarCheck2, Clock, MapPin, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { LESSON_KINDS } from "@/components/shell/lesson-kind-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { LessonDetailsResource } from "@/lib/scheduling/calendar-resource";
import { formatDateTime, formatDay, formatTimeRange } from "@/lib/time/format";
import { parseInstant, type Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import type { CalendarSetting } from "./calendar-setting";
import { bookedText, studentCount } from "./calendar-words";

type LessonCardProps = { setting: CalendarSetting; details: LessonDetailsResource };
type Student = LessonDetailsResource["roster"][number];

/** Everything about one entry: when, with whom, where, and who is in it. */
export function LessonCard({ setting, details }: LessonCardProps) {
  const { timeZone, locale } = setting.school;
  const { kind, course, week, teacher, room, location, placeholder, state } = details;
  const [startsAt, endsAt] = [instantOf(details.startsAt), instantOf(details.endsAt)];
  const look = LESSON_KINDS[kind];
  const { course: coursesHref } = setting.links;
  return (
    <div className="grid gap-4">
      <p
        className={classNames(
          "flex w-fit flex-wrap items-center gap-2 rounded-control px-3 py-1 font-bold",
          look.colours,
        )}
      >
        <Icon icon={look.icon} />
        {placeholder === null ? look.label : placeholder.text}
        {state === "cancelled" ? <span> · Cancelled</span> : null}
      </p>
      <dl className="grid gap-2">
        <Fact icon={Clock} label="When">
          {formatDay(dayAt(startsAt, timeZone), locale, "long")},{" "}
          {formatTimeRange({ startsAt, endsAt }, timeZone, locale)}
          {week === null ? null : <span className="text-ink-soft"> · week {week}</span>}
        </Fact>
        <Fact icon={UserRound} label="Teacher">
          {teacher.name}
        </Fact>
        {placeholder === null ? (
          <Fact icon={MapPin} label="Where">
            {room}, {location.name}
            {location.address === null ? null : (
              <span className="block text-ink-soft">{location.address}</span>
            )}
          </Fact>
        ) : (
          <Fact icon={CalendarCheck2} label="Booked">
            {bookedText(placeholder)}
          </Fact>
        )}
      </dl>
      <Roster setting={setting} details={details} />
      <AdminWays setting={setting} details={details} />
      {coursesHref === undefined ? null : (
        <p>
          <TextLink href={`${coursesHref}/${course.id}`}>The course {course.name}</TextLink>
        </p>
      )}
    </div>
  );
}

/** For whom the booking desk is: cancel what is booked, or book again what was cancelled. */
function AdminWays({ setting: { links, base }, details }: LessonCardProps) {
  const [student] = details.roster;
  const { week, state } = details;
  if (links.book !== "desk" || !student?.bookingId || details.placeholder !== null) return null;
  if (state === "planned") {
    return (
      <ButtonLink href={`${base}/desk/bookings/${student.bookingId}/cancel`}>
        Cancel this lesson…
      </ButtonLink>
    );
  }
  if (state !== "cancelled" || student.enrolmentId === null || week === null) return null;
  return (
    <ButtonLink href={`${base}/desk/book/${student.enrolmentId}/${week}`}>Book again</ButtonLink>
  );
}

type FactProps = { icon: typeof Clock; label: string; children: ReactNode };

function Fact({ icon, label, children }: FactProps) {
  return (
    <div className="flex gap-3">
      <dt>
        <Icon icon={icon} label={label} className="mt-0.5 text-ink-soft" />
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Roster({ setting, details }: LessonCardProps) {
  const { roster } = details;
  if (roster.length === 0) return <p className="text-ink-soft">Nobody is enrolled.</p>;
  return (
    <section aria-label="Students" className="grid gap-1">
      <h3 className="text-lg">{roster.length === 1 ? "Student" : studentCount(roster.length)}</h3>
      <ul className="divide-y-2 divide-line rounded-control bg-surface-sunken px-3">
        {roster.map((student) => (
          <li
            key={student.studentId}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-1"
          >
            <StudentName setting={setting} student={student} />
            <StudentBooking {...{ setting, details, student }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type StudentProps = { setting: CalendarSetting; student: Student };

function StudentName({ setting, student: { studentId, name } }: StudentProps) {
  const { student: students } = setting.links;
  if (students === undefined) return <span className="font-semibold">{name}</span>;
  return <TextLink href={`${students}/${studentId}`}>{name}</TextLink>;
}

/** The lesson that a student booked, or the way to book one. */
function StudentBooking({ setting, details, student }: StudentProps & LessonCardProps) {
  const { booking } = setting.links;
  const { bookingId, lessonAt } = student;
  if (bookingId !== null) {
    const { timeZone, locale } = setting.school;
    const text =
      lessonAt === null ? "Booking" : formatDateTime(instantOf(lessonAt), timeZone, locale);
    return booking === undefined ? (
      <span>{lessonAt === null ? null : text}</span>
    ) : (
      <TextLink href={`${booking}/${bookingId}`}>{text}</TextLink>
    );
  }
  if (details.placeholder === null) return null;
  const href = bookHref(setting, details, student);
  return href === null ? (
    <span className="text-ink-soft">Not booked</span>
  ) : (
    <TextLink href={href}>Book</TextLink>
  );
}

function bookHref(
  { links, base }: CalendarSetting,
  { week, state }: LessonDetailsResource,
  { enrolmentId }: Student,
): string | null {
  if (enrolmentId === null || week === null || state !== "planned") return null;
  if (links.book === "desk") return `${base}/desk/book/${enrolmentId}/${week}`;
  return links.book === "family" ? `${base}/book/${enrolmentId}?week=${week}` : null;
}

function instantOf(iso: string): Instant {
  const instant = parseInstant(iso);
  if (instant === null) throw new RangeError(`not a moment: ${iso}`);
  return instant;
}
