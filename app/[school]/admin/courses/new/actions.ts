"use server";

import { redirect } from "next/navigation";
import { schoolAction } from "@/lib/action";
import { courseInput } from "@/lib/scheduling/course.schema";
import { createCourse } from "@/lib/scheduling/create-course";

export const createNewCourse = schoolAction({
  permission: "schedule:write",
  input: courseInput,
  run: async (ctx, input) => {
    const courseId = await createCourse(ctx, input);
    const page = `/${ctx.school.slug}/admin/courses/${courseId}`;
    redirect(input.kind === "HYBRID" ? `${page}/week-plan?done=created` : `${page}?done=created`);
  },
});
