import type { Metadata } from "next";
import { CourseForm } from "@/components/scheduling/course-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import { createNewCourse } from "./actions";

export const metadata: Metadata = { title: "New course" };

type NewCoursePageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<{ term?: string }>;
};

export default async function NewCoursePage({ params, searchParams }: NewCoursePageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const choices = await listScheduleChoices(ctx);
  const { term } = await searchParams;
  return (
    <>
      <PageHeader
        title="New course"
        crumbs={[{ label: "Courses", href: `/${slug}/admin/courses` }]}
        lead="Group, band, individual and workshop courses get all their lessons at once. A hybrid course gets its group lessons with the week plan, which comes next."
      />
      <CourseForm
        action={createNewCourse}
        choices={choices}
        termId={choices.terms.find(({ id }) => id === term)?.id}
        locale={ctx.school.locale}
        currency={ctx.school.currency}
      />
    </>
  );
}
