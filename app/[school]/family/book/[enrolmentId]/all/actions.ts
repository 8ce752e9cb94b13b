"use server";

import { schoolAction } from "@/lib/action";
import { bookLessons } from "@/lib/booking/book-lessons";
import { bookAllWeeksForm } from "@/lib/booking/family-forms.schema";
import { arriveAt } from "../../../arrive";

export const bookAllWeeks = schoolAction({
  permission: "family:area",
  input: bookAllWeeksForm,
  run: async (ctx, input) => {
    await bookLessons(ctx, input);
    return arriveAt(`/${ctx.school.slug}/family/bookings?message=booked-all`);
  },
});
