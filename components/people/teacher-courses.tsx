import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { TeacherView } from "@/lib/people/get-teacher";

type TeacherCoursesProps = { courses: TeacherView["courses"]; coursesHref: string };

/** What a teacher teaches now and next. */
export function TeacherCourses({ courses, coursesHref }: TeacherCoursesProps) {
  return (
    <DataTable
      caption="Courses"
      rows={courses}
      rowKey={(course) => course.id}
      columns={[
        {
          key: "name",
          header: "Course",
          cell: ({ id, name }) => <TextLink href={`${coursesHref}/${id}`}>{name}</TextLink>,
        },
        { key: "term", header: "Term", cell: ({ termName }) => termName },
      ]}
      empty={
        <EmptyState character="floyd" title="No courses at present">
          Courses are created under Courses.
        </EmptyState>
      }
    />
  );
}
