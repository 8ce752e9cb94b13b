"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { bookLessons } from "@/lib/booking/book-lessons";
import { bookAllWeeksForm } from "@/lib/booking/family-forms.schema";

export const bookAllWeeks = schoolAction({
  permission: "family:area",
  input: bookAllWeeksForm,
  run: async (ctx, input) => {
    const { bookingIds } = await bookLessons(ctx, input);
    return leadTo(`/${ctx.school.slug}/family/bookings`, { code: "booked", ids: bookingIds });
  },
});
