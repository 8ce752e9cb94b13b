import { z } from "zod";
import { apiRoute } from "@/lib/api";
import { versioned } from "@/lib/api-etag";
import { idOf } from "@/lib/api-shapes";
import { slotsResource } from "@/lib/booking/booking-resource";
import { bookLessonInput } from "@/lib/booking/booking.schema";
import { getSlotsVersion, listSlots } from "@/lib/booking/slots/list-slots";
import type { BookingId, EnrolmentId } from "@/lib/ids";

export const GET = apiRoute({
  permission: "booking:read",
  input: {
    params: z.object({ enrolmentId: idOf<EnrolmentId>() }),
    query: z.object({
      week: bookLessonInput.shape.week,
      moving: idOf<BookingId>().optional(),
    }),
  },
  run: async (ctx, { params, query, request }) => {
    const wanted = { ...params, week: query.week, movingId: query.moving };
    const version = await getSlotsVersion(ctx, wanted);
    return versioned(request, version, async () => slotsResource(await listSlots(ctx, wanted)));
  },
});
