"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { askSchool } from "@/lib/booking/ask-school";
import { askSchoolForm } from "@/lib/booking/family-forms.schema";

export const ask = schoolAction({
  permission: "family:area",
  input: askSchoolForm,
  run: async (ctx, input) => {
    const { id } = await askSchool(ctx, input);
    const back = `/${ctx.school.slug}/family/book/${input.enrolmentId}`;
    return leadTo(`${back}?week=${input.week}`, { code: "help-requested", ids: [id] });
  },
});
