import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Meter } from "@/components/ui/meter";
import { TextLink } from "@/components/ui/text-link";
import { phoneHref } from "@/lib/values/phone-number";
import { mailHref } from "@/lib/values/email-address";
import type {
  BookedStudent,
  CourseDesk,
  CourseDeskWeek,
  DeskGuardian,
  MissingStudent,
} from "@/lib/booking/desk/get-course-desk";
import { formatDateTime, formatDay } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type Place = { base: string; locale: string; timeZone: TimeZone };
type CourseDeskWeeksProps = Place & { desk: CourseDesk };

/** Week by week who has booked, and who is missing with whom to call. */
export function CourseDeskWeeks({ desk, ...place }: CourseDeskWeeksProps) {
  if (desk.weeks.length === 0) {
    return (
      <EmptyState title="No individual weeks" character="floyd">
        The week plan has no individual week, so there is nothing to book.
      </EmptyState>
    );
  }
  return desk.weeks.map((week) => <DeskWeek key={week.week} week={week} {...place} />);
}

function DeskWeek({ week, ...place }: Place & { week: CourseDeskWeek }) {
  const { locale } = place;
  const range = `${formatDay(week.from, locale, "short")} to ${formatDay(week.to, locale, "short")}`;
  return (
    <Card
      as="section"
      title={`Week ${week.week}`}
      aside={<span className="text-ink-soft">{range}</span>}
    >
      <div className="grid gap-4">
        <Meter
          label="Booked"
          value={week.booked.length}
          max={week.owed}
          text={`${week.booked.length} of ${week.owed} booked`}
          tone={week.missing.length === 0 ? "success" : "primary"}
        />
        {week.missing.length > 0 ? (
          <div>
            <h3 className="mb-1 text-lg">{week.isPast ? "Did not book" : "Still to book"}</h3>
            <ul className="grid gap-2">
              {week.missing.map((student) => (
                <Missing key={student.enrolmentId} student={student} week={week} {...place} />
              ))}
            </ul>
          </div>
        ) : null}
        {week.booked.length > 0 ? (
          <div>
            <h3 className="mb-1 text-lg">Booked</h3>
            <ul className="grid gap-1">
              {week.booked.map((student) => (
                <Booked key={student.bookingId} student={student} {...place} />
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

type MissingProps = Place & { student: MissingStudent; week: CourseDeskWeek };

function Missing({ student, week, base }: MissingProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control bg-surface-sunken px-3 py-2">
      <div className="min-w-0">
        <p className="font-bold">{student.studentName}</p>
        <Guardians guardians={student.guardians} />
      </div>
      {week.isPast ? null : (
        <TextLink
          href={`${base}/desk/book/${student.enrolmentId}/${week.week}`}
          className="inline-flex min-h-11 items-center print:hidden"
        >
          Book<span className="sr-only"> for {student.studentName}</span>
        </TextLink>
      )}
    </li>
  );
}

/** Names with a phone number to press and an address to write to. */
export function Guardians({ guardians }: { guardians: readonly DeskGuardian[] }) {
  return guardians.map(({ name, phone, email }) => (
    <p key={`${name} ${email}`} className="text-sm text-ink-soft">
      {name}
      {phone ? (
        <>
          {" "}
          <a href={phoneHref(phone)} className="font-semibold underline">
            {phone}
          </a>
        </>
      ) : null}
      {email ? (
        <>
          {" "}
          <a href={mailHref(email)} className="font-semibold break-all underline">
            {email}
          </a>
        </>
      ) : null}
    </p>
  ));
}

function Booked({ student, base, locale, timeZone }: Place & { student: BookedStudent }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4">
      <span>
        <b>{student.studentName}</b>, {formatDateTime(student.startsAt, timeZone, locale)}
      </span>
      <TextLink
        href={`${base}/desk/bookings/${student.bookingId}`}
        className="inline-flex min-h-11 items-center print:hidden"
      >
        Change<span className="sr-only"> the lesson of {student.studentName}</span>
      </TextLink>
    </li>
  );
}
