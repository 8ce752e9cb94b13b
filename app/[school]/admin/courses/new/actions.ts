"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { courseInput } from "@/lib/scheduling/course.schema";
import { createCourse } from "@/lib/scheduling/create-course";

export const createNewCourse = schoolAction({
  permission: "schedule:write",
  input: courseInput,
  run: async (ctx, input) => {
    const courseId = await createCourse(ctx, input);
    const page = `/${ctx.school.slug}/admin/courses/${courseId}`;
    const href = input.kind === "HYBRID" ? `${page}/week-plan` : page;
    return leadTo(href, { code: "course-created", ids: [courseId] });
  },
});
