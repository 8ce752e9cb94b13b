"use server";

import { redirect } from "next/navigation";
import { schoolAction } from "@/lib/action";
import { createTeacher } from "@/lib/people/create-teacher";
import { teacherSchema } from "@/lib/people/people.schema";

export const createNewTeacher = schoolAction({
  permission: "people:write",
  input: teacherSchema,
  run: async (ctx, input) => {
    const teacherId = await createTeacher(ctx, input);
    redirect(`/${ctx.school.slug}/admin/people/teachers/${teacherId}?done=created`);
  },
});
