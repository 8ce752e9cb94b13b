import type { Metadata } from "next";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { RecordFieldsForm } from "@/components/record-form/record-fields-form";
import { CourseArchiveCard } from "@/components/scheduling/course-archive-card";
import { courseFactsFields, courseTimesFields } from "@/components/scheduling/course-fields";
import { CourseHeader } from "@/components/scheduling/course-header";
import { Card } from "@/components/ui/card";
import { requireMember } from "@/lib/auth/session";
import { getCourseArchive } from "@/lib/booking/changes/get-course-archive";
import type { CourseId } from "@/lib/ids";
import { getNotifiedOfChanges } from "@/lib/notifications/tellings/get-notified-of-changes";
import { getCourse } from "@/lib/scheduling/get-course";
import { courseFactsShown, courseTimesShown } from "@/lib/scheduling/shown-course";
import { listScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import { found, idOf } from "../../../found";
import { changeFacts, changeTimes, setArchived } from "./actions";

export const metadata: Metadata = { title: "Edit a course" };

type EditPageProps = { params: Promise<{ school: string; courseId: string }> };

export default async function EditPage({ params }: EditPageProps) {
  const { school: slug, courseId } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const id = idOf<CourseId>(courseId);
  const course = await found(getCourse(ctx, id));
  const ahead = await found(getCourseArchive(ctx, id));
  const notified = await getNotifiedOfChanges(ctx, { lessonIds: [], ...ahead.concerned });
  const choices = await listScheduleChoices(ctx);
  const { locale, timeZone, currency } = ctx.school;
  const hidden = { courseId: id };
  return (
    <>
      <CourseHeader
        coursesHref={`/${slug}/admin/courses`}
        course={course}
        current="edit"
        lead={course.termName}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card as="section" title="Name, places and prices">
          <RecordFieldsForm
            action={changeFacts}
            shown={courseFactsShown(course.kind, course)}
            hidden={hidden}
            fields={courseFactsFields(course, currency)}
            variant="primary"
          />
        </Card>
        <div className="grid gap-4">
          {course.archived ? null : (
            <Card as="section" title="When, where and with whom">
              <p className="mb-3 text-ink-soft">
                From now on; lessons that were held stay as they were. Another time or location only
                while nobody is enrolled.
              </p>
              {ahead.lessons.length > 0 ? (
                <div className="mb-4 grid gap-1">
                  <p>If you save a change here:</p>
                  <WhoIsNotified notified={notified} base={`/${slug}/admin`} />
                  <p className="text-ink-soft">A new teacher is counted once you have saved.</p>
                </div>
              ) : null}
              <RecordFieldsForm
                action={changeTimes}
                shown={courseTimesShown(course.kind, course)}
                hidden={hidden}
                fields={courseTimesFields({ course, choices, locale })}
                submit="Save for the lessons ahead"
                variant="primary"
              />
            </Card>
          )}
          <CourseArchiveCard
            courseId={id}
            archived={course.archived}
            action={setArchived}
            notified={<WhoIsNotified notified={notified} base={`/${slug}/admin`} />}
            {...{ ahead, locale, timeZone }}
          />
        </div>
      </div>
    </>
  );
}
