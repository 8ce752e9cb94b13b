"use server";

import { schoolAction } from "@/lib/action";
import { moveBookingForm } from "@/lib/booking/family-forms.schema";
import { moveBooking } from "@/lib/booking/move-booking";
import { arriveAt } from "../../../../arrive";

export const moveLesson = schoolAction({
  permission: "family:area",
  input: moveBookingForm,
  run: async (ctx, { bookingId, shown, startsAt, requestKey }) => {
    await moveBooking(ctx, { bookingId, shown, startsAt, requestKey });
    return arriveAt(`/${ctx.school.slug}/family/bookings/${bookingId}?message=moved`);
  },
});
