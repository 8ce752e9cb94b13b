"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { schoolAction } from "@/lib/action";
import type { TeacherId } from "@/lib/ids";
import { idInput, teacherSchema } from "@/lib/people/people.schema";
import type { ShownTeacher } from "@/lib/people/shown-person";
import { updateTeacher } from "@/lib/people/update-teacher";
import { withWithdrawn } from "@/lib/people/withdrawn-words";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";
import { basedOnField } from "@/lib/values/shown-record.schema";
import { saved } from "../../../../saved";

const teacher = { teacherId: idInput<TeacherId>() };

export const save = schoolAction({
  permission: "people:write",
  input: teacherSchema.extend({ ...teacher, basedOn: basedOnField<keyof ShownTeacher>() }),
  run: async (ctx, input) => {
    const outcome = await updateTeacher(ctx, input);
    return saved(outcome, withWithdrawn("Saved.", outcome.withdrawn));
  },
});

export const archive = schoolAction({
  permission: "people:write",
  input: z.object({ ...teacher, archived: z.enum(["yes", "no"]) }),
  run: async (ctx, { teacherId, archived }) => {
    const withdrawn = await archiveTeacher(ctx, { teacherId, archived: archived === "yes" });
    refresh();
    if (archived === "no") return "The teacher is back.";
    return withWithdrawn("The teacher is archived.", withdrawn);
  },
});
