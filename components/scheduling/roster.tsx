import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { DataTable } from "@/components/ui/data-table";
import type { CourseView, RosterEntry } from "@/lib/scheduling/get-course";
import { formatDateTime, formatDay } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type RosterProps = { course: CourseView; base: string; locale: string; timeZone: TimeZone };

/** Who is in a course, and from when to when. */
export function Roster({ course, base, locale, timeZone }: RosterProps) {
  const enrolment = (entry: RosterEntry) =>
    `${base}/courses/${course.id}/enrolments/${entry.enrolmentId}`;
  return (
    <Card
      as="section"
      tone="sunken"
      title="Students"
      aside={
        <span className="tabular-nums">
          {course.roster.length} of {course.capacity} places
        </span>
      }
    >
      <DataTable
        caption="Students"
        hideCaption
        rows={course.roster}
        rowKey={(entry) => entry.enrolmentId}
        columns={[
          {
            key: "name",
            header: "Student",
            cell: (entry) => (
              <TextLink href={`${base}/people/students/${entry.studentId}`}>
                {entry.studentName}
              </TextLink>
            ),
          },
          {
            key: "from",
            header: "From",
            cell: (entry) => formatDay(entry.startsOn, locale, "short"),
          },
          {
            key: "to",
            header: "To",
            cell: (entry) =>
              entry.endsOn ? formatDay(entry.endsOn, locale, "short") : "end of the course",
          },
          {
            key: "book",
            header: "May book until",
            cell: (entry) =>
              entry.bookUntil ? formatDateTime(entry.bookUntil, timeZone, locale) : "as the course",
          },
          {
            key: "change",
            header: "Enrolment",
            cell: (entry) => (
              <TextLink href={enrolment(entry)}>
                Change<span className="sr-only"> the enrolment of {entry.studentName}</span>
              </TextLink>
            ),
          },
        ]}
        empty={
          <EmptyState title="Nobody yet" character="steve" headingLevel={3}>
            Students are enrolled from their own page, under People.
          </EmptyState>
        }
      />
    </Card>
  );
}
