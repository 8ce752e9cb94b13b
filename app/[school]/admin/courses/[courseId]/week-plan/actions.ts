"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { changeWeekPlan } from "@/lib/booking/changes/change-week-plan";
import { weekPlanInput } from "@/lib/booking/desk/desk.schema";

export const saveWeekPlan = schoolAction({
  permission: "schedule:write",
  input: weekPlanInput,
  run: async (ctx, { courseId, plan, confirmed, basedOn }) => {
    const change = { courseId, plan, confirmed: confirmed ?? null, basedOn };
    const { changeId } = await changeWeekPlan(ctx, change);
    return leadTo(`/${ctx.school.slug}/admin/courses/${courseId}/week-plan`, {
      code: "week-plan-saved",
      ids: [changeId],
    });
  },
});
