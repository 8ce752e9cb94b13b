"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { cancelBookingForm } from "@/lib/booking/family-forms.schema";

export const cancelLesson = schoolAction({
  permission: "family:area",
  input: cancelBookingForm,
  run: async (ctx, { bookingId, shown, note, requestKey }) => {
    await cancelBooking(ctx, { bookingId, shown, note: note || null, requestKey });
    return leadTo(`/${ctx.school.slug}/family/bookings/${bookingId}`, {
      code: "cancelled",
      ids: [bookingId],
    });
  },
});
