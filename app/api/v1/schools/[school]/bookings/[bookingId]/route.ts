import { z } from "zod";
import { apiRoute } from "@/lib/api";
import { json, replayHeaders } from "@/lib/api-json";
import { idOf, instantText } from "@/lib/api-shapes";
import {
  bookedResource,
  bookingRefusalResource,
  bookingResource,
} from "@/lib/booking/booking-resource";
import { moveBookingInput } from "@/lib/booking/booking.schema";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { getBooking } from "@/lib/booking/list-bookings";
import { moveBooking } from "@/lib/booking/move-booking";
import type { BookingId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";

const params = z.object({ bookingId: idOf<BookingId>() });

export const GET = apiRoute({
  permission: "booking:read",
  input: { params },
  run: async (ctx, call) => resourceOf(ctx, call.params.bookingId),
});

export const PATCH = apiRoute({
  permission: "booking:write",
  input: { params, body: moveBookingInput.extend({ startsAt: instantText }) },
  refusal: bookingRefusalResource,
  run: async (ctx, { params: { bookingId }, body: { startsAt }, requestKey }) => {
    const { repeated, enrolmentId, week } = await moveBooking(ctx, {
      bookingId,
      startsAt,
      requestKey,
    });
    const body = bookedResource({ id: bookingId, enrolmentId, week, startsAt });
    return json(body, { headers: replayHeaders(repeated) });
  },
});

export const DELETE = apiRoute({
  permission: "booking:write",
  input: { params },
  refusal: bookingRefusalResource,
  run: async (ctx, { params: { bookingId }, requestKey }) => {
    const { repeated } = await cancelBooking(ctx, { bookingId, requestKey });
    return json(await resourceOf(ctx, bookingId), { headers: replayHeaders(repeated) });
  },
});

async function resourceOf(ctx: SchoolContext, id: BookingId) {
  const booking = await getBooking(ctx, id);
  if (booking === null) throw new NotFound();
  return bookingResource(booking);
}
