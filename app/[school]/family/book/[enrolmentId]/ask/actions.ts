"use server";

import { schoolAction } from "@/lib/action";
import { askSchool } from "@/lib/booking/ask-school";
import { askSchoolForm } from "@/lib/booking/family-forms.schema";
import { arriveAt } from "../../../arrive";

export const ask = schoolAction({
  permission: "family:area",
  input: askSchoolForm,
  run: async (ctx, input) => {
    await askSchool(ctx, input);
    const back = `/${ctx.school.slug}/family/book/${input.enrolmentId}`;
    return arriveAt(`${back}?week=${input.week}&message=asked`);
  },
});
