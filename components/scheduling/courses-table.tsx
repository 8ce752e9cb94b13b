import { LessonKindBadge } from "@/components/shell/lesson-kind-badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { CourseRow } from "@/lib/scheduling/list-courses";
import { COURSE_KINDS, meetingText } from "./course-words";

type CoursesTableProps = { base: string; courses: readonly CourseRow[]; locale: string };

export function CoursesTable({ base, courses, locale }: CoursesTableProps) {
  return (
    <DataTable
      caption="Courses"
      hideCaption
      rows={courses}
      rowKey={(course) => course.id}
      columns={[
        {
          key: "name",
          header: "Course",
          cell: (course) => <TextLink href={`${base}/${course.id}`}>{course.name}</TextLink>,
        },
        {
          key: "kind",
          header: "Kind",
          cell: ({ kind }) => (
            <LessonKindBadge kind={COURSE_KINDS[kind].lesson} label={COURSE_KINDS[kind].label} />
          ),
        },
        { key: "time", header: "Meets", cell: (course) => meetingText(course, locale) },
        { key: "teacher", header: "Teacher", cell: (course) => course.teacherName },
        {
          key: "place",
          header: "Where",
          cell: (course) => `${course.roomName}, ${course.locationName}`,
        },
        {
          key: "students",
          header: "Students",
          align: "end",
          cell: (course) => `${course.enrolled} of ${course.capacity}`,
        },
      ]}
      empty={
        <EmptyState title="No courses here" character="liam">
          Nothing matches. Search for something else, or make a new course.
        </EmptyState>
      }
    />
  );
}
