import { apiRoute } from "@/lib/api";
import { decodeCursor, pageOf } from "@/lib/api-cursor";
import { json, replayHeaders } from "@/lib/api-json";
import { idOf, instantText, nextPath, pageQuery } from "@/lib/api-shapes";
import { bookLessons } from "@/lib/booking/book-lessons";
import {
  bookedResource,
  bookingRefusalResource,
  bookingResource,
} from "@/lib/booking/booking-resource";
import { bookLessonInput } from "@/lib/booking/booking.schema";
import { listBookings } from "@/lib/booking/list-bookings";
import type { BookingId, EnrolmentId } from "@/lib/ids";

const cursor = idOf<BookingId>();

export const GET = apiRoute({
  permission: "booking:read",
  input: { query: pageQuery.extend({ enrolmentId: idOf<EnrolmentId>().optional() }) },
  run: async (ctx, { query, request }) => {
    const { limit, enrolmentId } = query;
    const after = decodeCursor(cursor, query.after);
    const found = await listBookings(ctx, { after, limit: limit + 1, enrolmentId });
    const page = pageOf(found, limit, ({ id }) => id);
    return { items: page.items.map(bookingResource), next: nextPath(request, page.nextCursor) };
  },
});

export const POST = apiRoute({
  permission: "booking:write",
  input: {
    body: bookLessonInput.extend({ enrolmentId: idOf<EnrolmentId>(), startsAt: instantText }),
  },
  refusal: bookingRefusalResource,
  run: async (ctx, { body, requestKey }) => {
    const { enrolmentId, week, startsAt } = body;
    const lessons = [{ week, startsAt }];
    const { bookingIds, repeated } = await bookLessons(ctx, { enrolmentId, lessons, requestKey });
    const [id] = bookingIds;
    if (id === undefined) throw new Error("booked without a booking");
    const location = `/api/v1/schools/${ctx.school.slug}/bookings/${id}`;
    return json(bookedResource({ ...body, id }), {
      status: 201,
      headers: { location, ...replayHeaders(repeated) },
    });
  },
});
