import type { Metadata } from "next";
import { FlashMessage } from "@/components/shell/flash-message";
import { CourseFacts } from "@/components/scheduling/course-facts";
import { CourseHeader } from "@/components/scheduling/course-header";
import { meetingText } from "@/components/scheduling/course-words";
import { Roster } from "@/components/scheduling/roster";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { requireMember } from "@/lib/auth/session";
import { readFlash } from "@/lib/flash";
import type { CourseId } from "@/lib/ids";
import { getCourse } from "@/lib/scheduling/get-course";
import { found, idOf } from "../../found";

export const metadata: Metadata = { title: "Course" };

type CoursePageProps = { params: Promise<{ school: string; courseId: string }> };

const DONE = {
  "course-created": { tone: "success", title: "Course created, with all its lessons." },
  "course-restored": { tone: "success", title: "The course is back, with its lessons ahead." },
  "enrolment-ended": { tone: "success", title: "The enrolment ends then." },
} as const;

export default async function CoursePage({ params }: CoursePageProps) {
  const { school: slug, courseId } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const course = await found(getCourse(ctx, idOf<CourseId>(courseId)));
  const { locale, timeZone, currency } = ctx.school;
  return (
    <>
      <CourseHeader
        coursesHref={`/${slug}/admin/courses`}
        course={course}
        current="overview"
        lead={`${course.termName}, ${meetingText(course, locale)}, ${course.teacherName}`}
      />
      <FlashMessage
        flash={await readFlash()}
        texts={course.archived ? {} : DONE}
        className="mb-4"
      />
      {course.archived ? (
        <Alert
          tone="info"
          title="This course is archived."
          className="mb-4"
          actions={
            <ButtonLink href={`/${slug}/admin/courses/${course.id}/edit`}>Restore</ButtonLink>
          }
        />
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Roster course={course} base={`/${slug}/admin`} locale={locale} timeZone={timeZone} />
        <CourseFacts course={course} locale={locale} timeZone={timeZone} currency={currency} />
      </div>
    </>
  );
}
