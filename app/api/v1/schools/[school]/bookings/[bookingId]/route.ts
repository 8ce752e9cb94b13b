import { z } from "zod";
import { apiRoute } from "@/lib/api";
import { etagOf, matchTags, versioned } from "@/lib/api-etag";
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
import type { ShownStart } from "@/lib/booking/shown-start";
import type { BookingId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { parseInstant } from "@/lib/time/instant";

const params = z.object({ bookingId: idOf<BookingId>() });

export const GET = apiRoute({
  permission: "booking:read",
  input: { params },
  run: async (ctx, { params: { bookingId }, request }) => {
    const resource = await resourceOf(ctx, bookingId);
    return versioned(request, JSON.stringify(resource), async () => resource);
  },
});

export const PATCH = apiRoute({
  permission: "booking:write",
  input: { params, body: moveBookingInput.extend({ startsAt: instantText }) },
  refusal: bookingRefusalResource,
  run: async (ctx, { params: { bookingId }, body: { startsAt }, request, requestKey }) => {
    const { repeated, enrolmentId, week } = await moveBooking(ctx, {
      bookingId,
      shown: await shownTo(ctx, request, bookingId),
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
  run: async (ctx, { params: { bookingId }, request, requestKey }) => {
    const shown = await shownTo(ctx, request, bookingId);
    const { repeated } = await cancelBooking(ctx, { bookingId, shown, requestKey });
    return json(await resourceOf(ctx, bookingId), { headers: replayHeaders(repeated) });
  },
});

/** What the caller has seen of the booking, by its `If-Match`. */
async function shownTo(ctx: SchoolContext, request: Request, id: BookingId): Promise<ShownStart> {
  const tags = matchTags(request);
  if (tags === null) return "as-it-is";
  const resource = await resourceOf(ctx, id);
  if (!tags.includes(etagOf(JSON.stringify(resource)))) return "outdated";
  return parseInstant(resource.startsAt) ?? "outdated";
}

async function resourceOf(ctx: SchoolContext, id: BookingId) {
  const booking = await getBooking(ctx, id);
  if (booking === null) throw new NotFound();
  return bookingResource(booking);
}
