"use server";

import { redirect } from "next/navigation";
import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { archiveCourse } from "@/lib/booking/changes/archive-course";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { courseArchiveInput } from "@/lib/booking/desk/desk.schema";
import { courseChangeInput, courseTimesInput } from "@/lib/scheduling/course.schema";
import { updateCourse } from "@/lib/scheduling/update-course";
import { saved } from "../../../../saved";

export const changeFacts = schoolAction({
  permission: "schedule:write",
  input: courseChangeInput,
  run: async (ctx, input) => saved(await updateCourse(ctx, input)),
});

export const changeTimes = schoolAction({
  permission: "schedule:write",
  input: courseTimesInput,
  run: async (ctx, input) =>
    saved(await changeCourseTimes(ctx, input), "Saved. The lessons ahead are as you said."),
});

export const setArchived = schoolAction({
  permission: "schedule:write",
  input: courseArchiveInput,
  run: async (ctx, input) => {
    await archiveCourse(ctx, input);
    const page = `/${ctx.school.slug}/admin/courses/${input.courseId}`;
    if (input.archived) redirect(page);
    return leadTo(page, { code: "course-restored", ids: [input.courseId] });
  },
});
