import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import type { CourseKind } from "@/lib/scheduling/course-lessons";

type CourseHeaderProps = {
  coursesHref: string;
  course: { id: string; name: string; kind: CourseKind; archived?: boolean };
  current: "overview" | "week-plan" | "booking" | "edit";
  lead?: ReactNode;
  actions?: ReactNode;
};

/** The top of every page of one course. */
export function CourseHeader({ coursesHref, course, current, lead, actions }: CourseHeaderProps) {
  const page = `${coursesHref}/${course.id}`;
  const hybridTabs = [
    { href: `${page}/week-plan`, label: "Week plan", current: current === "week-plan" },
    { href: `${page}/booking`, label: "Booking", current: current === "booking" },
  ];
  const tabs = [
    { href: page, label: "Overview", current: current === "overview" },
    ...(course.kind === "HYBRID" && !course.archived ? hybridTabs : []),
    { href: `${page}/edit`, label: "Edit", current: current === "edit" },
  ];
  return (
    <div className="print:hidden">
      <PageHeader
        title={course.name}
        crumbs={[{ label: "Courses", href: coursesHref }]}
        lead={lead}
        actions={actions}
      />
      <TabLinks label="Views of this course" tabs={tabs} />
    </div>
  );
}
