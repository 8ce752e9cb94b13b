"use server";

import { schoolAction } from "@/lib/action";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { cancelBookingForm } from "@/lib/booking/family-forms.schema";
import { arriveAt } from "../../../arrive";

export const cancelLesson = schoolAction({
  permission: "family:area",
  input: cancelBookingForm,
  run: async (ctx, { bookingId, note, requestKey }) => {
    await cancelBooking(ctx, { bookingId, note: note || null, requestKey });
    return arriveAt(`/${ctx.school.slug}/family/bookings/${bookingId}?message=cancelled`);
  },
});
