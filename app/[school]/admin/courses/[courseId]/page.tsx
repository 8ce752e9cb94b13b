import type { Metadata } from "next";
import { FlashMessage, type FlashText } from "@/components/shell/flash-message";
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
import { changeText } from "../../change-text";
import { found, idOf } from "../../found";

export const metadata: Metadata = { title: "Course" };

type CoursePageProps = { params: Promise<{ school: string; courseId: string }> };

const CREATED = { tone: "success", title: "Course created, with all its lessons." } as const;

export default async function CoursePage({ params }: CoursePageProps) {
  const { school: slug, courseId } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const course = await found(getCourse(ctx, idOf<CourseId>(courseId)));
  const { locale, timeZone, currency } = ctx.school;
  const flash = await readFlash();
  return (
    <>
      <CourseHeader
        coursesHref={`/${slug}/admin/courses`}
        course={course}
        current="overview"
        lead={`${course.termName}, ${meetingText(course, locale)}, ${course.teacherName}`}
      />
      <FlashMessage
        flash={flash}
        texts={doneTexts(course.archived, await changeText(ctx, flash))}
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

/** What was done to the course, if it is so, and who is notified of it. */
function doneTexts(archived: boolean, text: string | undefined): Record<string, FlashText> {
  const done = (title: string) => ({ tone: "success", title, ...(text && { text }) }) as const;
  if (archived) return { "course-archived": done("Archived.") };
  return {
    "course-created": CREATED,
    "course-restored": done("The course is back, with its lessons ahead."),
    "enrolment-ended": done("The enrolment ends then."),
  };
}
