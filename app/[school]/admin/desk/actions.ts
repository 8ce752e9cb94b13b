"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { answerDeskRequest } from "@/lib/booking/desk/answer-desk-request";
import { bookLessons } from "@/lib/booking/book-lessons";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import {
  deskAnswerInput,
  deskBookInput,
  deskCancelInput,
  deskMoveInput,
} from "@/lib/booking/desk/desk.schema";
import { moveBooking } from "@/lib/booking/move-booking";
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
    await moveBooking(ctx, {
      bookingId,
      shown,
      startsAt: startOf(ctx, say),
      requestKey,
      overrideReason: say.overrideReason ?? null,
      acceptWarnings: say.acceptWarnings === "yes",
    });
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
  input: deskAnswerInput,
  run: async (ctx, input) => {
    await answerDeskRequest(ctx, input);
    return leadTo(`/${ctx.school.slug}/admin/desk`, { code: "answered", ids: [input.requestId] });
  },
});

type Start = { startsAt?: string; other?: { day: string; time: string } };

function startOf(ctx: SchoolContext, { startsAt, other }: Start): Instant {
  const start = instantOf(ctx, other) ?? parseInstant(startsAt ?? "");
  if (start === null) throw new Refusal("no-start-chosen");
  return start;
}
