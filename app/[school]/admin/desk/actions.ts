"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { bookLessons } from "@/lib/booking/book-lessons";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import {
  deskBookInput,
  deskCancelInput,
  deskMoveInput,
  deskRequestInput,
} from "@/lib/booking/desk/desk.schema";
import { closeDeskRequests } from "@/lib/booking/desk/close-desk-requests";
import { moveBooking } from "@/lib/booking/move-booking";
import { resolveDeskRequest } from "@/lib/booking/desk/resolve-desk-request";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { parseInstant, type Instant } from "@/lib/time/instant";
import { instantOf } from "../wall-moment";

export const bookForFamily = schoolAction({
  permission: "booking:override",
  input: deskBookInput,
  run: async (ctx, { enrolmentId, week, requestKey, ...say }) => {
    const { bookingIds } = await bookLessons(ctx, {
      enrolmentId,
      lessons: [{ week, startsAt: startOf(ctx, say) }],
      requestKey,
      overrideReason: say.overrideReason ?? null,
      acceptWarnings: say.acceptWarnings === "yes",
    });
    await closeDeskRequests(ctx, { enrolmentId, week });
    return leadTo(`/${ctx.school.slug}/admin/desk/bookings/${bookingIds[0]}`, {
      code: "booked",
      ids: bookingIds,
    });
  },
});

export const moveForFamily = schoolAction({
  permission: "booking:override",
  input: deskMoveInput,
  run: async (ctx, { bookingId, shown, requestKey, ...say }) => {
    const moved = await moveBooking(ctx, {
      bookingId,
      shown,
      startsAt: startOf(ctx, say),
      requestKey,
      overrideReason: say.overrideReason ?? null,
      acceptWarnings: say.acceptWarnings === "yes",
    });
    await closeDeskRequests(ctx, moved);
    return leadTo(`/${ctx.school.slug}/admin/desk/bookings/${bookingId}`, {
      code: "moved",
      ids: [bookingId],
    });
  },
});

export const cancelForFamily = schoolAction({
  permission: "booking:override",
  input: deskCancelInput,
  run: async (ctx, input) => {
    await cancelBooking(ctx, input);
    return leadTo(`/${ctx.school.slug}/admin/desk/bookings/${input.bookingId}`, {
      code: "cancelled",
      ids: [input.bookingId],
    });
  },
});

export const answerRequest = schoolAction({
  permission: "schedule:write",
  input: deskRequestInput,
  run: async (ctx, input) => {
    await resolveDeskRequest(ctx, input);
    refresh();
  },
});

type Start = { startsAt?: string; other?: { day: string; time: string } };

function startOf(ctx: SchoolContext, { startsAt, other }: Start): Instant {
  const start = instantOf(ctx, other) ?? parseInstant(startsAt ?? "");
  if (start === null) throw new Refusal("no-start-chosen");
  return start;
}
