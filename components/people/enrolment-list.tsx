import { LessonKindBadge } from "@/components/shell/lesson-kind-badge";
import { COURSE_KINDS } from "@/components/scheduling/course-words";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { StudentEnrolment } from "@/lib/people/get-student";
import { formatDay } from "@/lib/time/format";

type EnrolmentListProps = {
  enrolments: readonly StudentEnrolment[];
  /** "/musicnme/admin/courses" */
  coursesHref: string;
  locale: string;
};

/** A student's enrolments, past and present. */
export function EnrolmentList({ enrolments, coursesHref, locale }: EnrolmentListProps) {
  return (
    <DataTable
      caption="Enrolments"
      rows={enrolments}
      rowKey={(enrolment) => enrolment.id}
      columns={[
        {
          key: "course",
          header: "Course",
          cell: (row) => (
            <TextLink href={`${coursesHref}/${row.courseId}/enrolments/${row.id}`}>
              {row.courseName}
            </TextLink>
          ),
        },
        {
          key: "kind",
          header: "Kind",
          cell: ({ kind }) => (
            <LessonKindBadge kind={COURSE_KINDS[kind].lesson} label={COURSE_KINDS[kind].label} />
          ),
        },
        { key: "term", header: "Term", cell: ({ termName }) => termName },
        {
          key: "dates",
          header: "Dates",
          cell: ({ startsOn, endsOn }) =>
            endsOn === null
              ? `from ${formatDay(startsOn, locale, "short")}`
              : `${formatDay(startsOn, locale, "short")} – ${formatDay(endsOn, locale, "short")}`,
        },
      ]}
      empty={
        <EmptyState character="steve" title="In no course yet">
          Enrol the student in the first one.
        </EmptyState>
      }
    />
  );
}
