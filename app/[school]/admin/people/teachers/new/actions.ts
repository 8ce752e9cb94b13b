"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { choosePerson } from "@/lib/people/choose-person";
import { createTeacher } from "@/lib/people/create-teacher";
import { newTeacherSchema } from "@/lib/people/people.schema";

export const createNewTeacher = schoolAction({
  permission: "people:write",
  input: newTeacherSchema,
  run: async (ctx, { same, ...input }) => {
    const known = await choosePerson(ctx, { ...input, same }, { kind: "teacher" });
    const teacherId = await createTeacher(ctx, { ...input, known });
    return leadTo(`/${ctx.school.slug}/admin/people/teachers/${teacherId}`, {
      code: "teacher-created",
      ids: [teacherId],
    });
  },
});
