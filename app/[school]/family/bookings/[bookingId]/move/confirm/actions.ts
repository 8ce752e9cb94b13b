"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { moveBookingForm } from "@/lib/booking/family-forms.schema";
import { moveBooking } from "@/lib/booking/move-booking";

export const moveLesson = schoolAction({
  permission: "family:area",
  input: moveBookingForm,
  run: async (ctx, { bookingId, shown, startsAt, requestKey }) => {
    await moveBooking(ctx, { bookingId, shown, startsAt, requestKey });
    return leadTo(`/${ctx.school.slug}/family/bookings/${bookingId}`, {
      code: "moved",
      ids: [bookingId],
    });
  },
});
