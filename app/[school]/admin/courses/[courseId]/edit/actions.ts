"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { archiveCourse } from "@/lib/booking/changes/archive-course";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { courseArchiveInput } from "@/lib/booking/desk/desk.schema";
import { courseChangeInput, courseTimesInput } from "@/lib/scheduling/course.schema";
import { updateCourse } from "@/lib/scheduling/update-course";
import { getNotifiedOfChange } from "@/lib/notifications/tellings/get-notified-of-change";
import { notifiedText } from "@/lib/notifications/tellings/notified-words";
import { saved } from "../../../../saved";

export const changeFacts = schoolAction({
  permission: "schedule:write",
  input: courseChangeInput,
  run: async (ctx, input) => saved(await updateCourse(ctx, input)),
});

export const changeTimes = schoolAction({
  permission: "schedule:write",
  input: courseTimesInput,
  run: async (ctx, input) => {
    const { changeId, ...outcome } = await changeCourseTimes(ctx, input);
    const notified = notifiedText(await getNotifiedOfChange(ctx, changeId));
    return saved(outcome, `Saved. The lessons ahead are as you said. ${notified}`);
  },
});

export const setArchived = schoolAction({
  permission: "schedule:write",
  input: courseArchiveInput,
  run: async (ctx, input) => {
    const { changeId } = await archiveCourse(ctx, input);
    return leadTo(`/${ctx.school.slug}/admin/courses/${input.courseId}`, {
      code: input.archived ? "course-archived" : "course-restored",
      ids: [changeId],
    });
  },
});
