"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { schoolAction } from "@/lib/action";
import type { TeacherId } from "@/lib/ids";
import { idInput, teacherSchema } from "@/lib/people/people.schema";
import { updateTeacher } from "@/lib/people/update-teacher";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";

const teacher = { teacherId: idInput<TeacherId>() };

export const save = schoolAction({
  permission: "people:write",
  input: teacherSchema.extend(teacher),
  run: async (ctx, input) => {
    await updateTeacher(ctx, input);
    refresh();
    return "Saved.";
  },
});

export const archive = schoolAction({
  permission: "people:write",
  input: z.object({ ...teacher, archived: z.enum(["yes", "no"]) }),
  run: async (ctx, { teacherId, archived }) => {
    await archiveTeacher(ctx, { teacherId, archived: archived === "yes" });
    refresh();
    return archived === "yes" ? "The teacher is archived." : "The teacher is back.";
  },
});
