"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import type { CourseId, StudentId } from "@/lib/ids";
import { archiveStudent } from "@/lib/people/archive-student";
import { idInput } from "@/lib/people/people.schema";
import { withWithdrawn } from "@/lib/people/withdrawn-words";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import { dayField, optionalField } from "@/lib/scheduling/course.schema";
import { wallMoment } from "@/lib/booking/desk/desk.schema";
import { instantOf } from "../../../wall-moment";

const student = { studentId: idInput<StudentId>() };

export const enrol = schoolAction({
  permission: "schedule:write",
  input: z.object({
    ...student,
    courseId: idInput<CourseId>(),
    startsOn: dayField,
    endsOn: optionalField(dayField),
    bookUntil: optionalField(wallMoment),
  }),
  run: async (ctx, { bookUntil, ...input }) => {
    const enrolmentId = await enrolStudent(ctx, { ...input, bookUntil: instantOf(ctx, bookUntil) });
    return leadTo(`/${ctx.school.slug}/admin/people/students/${input.studentId}`, {
      code: "student-enrolled",
      ids: [enrolmentId],
    });
  },
});

export const archive = schoolAction({
  permission: "people:write",
  input: z.object({ ...student, archived: z.enum(["yes", "no"]) }),
  run: async (ctx, { studentId, archived }) => {
    const withdrawn = await archiveStudent(ctx, { studentId, archived: archived === "yes" });
    refresh();
    if (archived === "no") return "The student is back.";
    return withWithdrawn("The student is archived.", withdrawn);
  },
});
