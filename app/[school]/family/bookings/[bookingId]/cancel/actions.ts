"use server";

import { schoolAction } from "@/lib/action";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { cancelBookingForm } from "@/lib/booking/family-forms.schema";
import { arriveAt } from "../../../arrive";

export const cancelLesson = schoolAction({
  permission: "family:area",
  input: cancelBookingForm,
  run: async (ctx, { bookingId, shown, note, requestKey }) => {
    await cancelBooking(ctx, { bookingId, shown, note: note || null, requestKey });
    return arriveAt(`/${ctx.school.slug}/family/bookings/${bookingId}?message=cancelled`);
  },
});
