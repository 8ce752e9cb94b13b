"use server";

import { schoolAction } from "@/lib/action";
import { closeBookingWindow } from "@/lib/booking/window/close-booking-window";
import { bookingWindowInput, courseOnlyInput, reminderInput } from "@/lib/booking/desk/desk.schema";
import { openBookingWindow } from "@/lib/booking/window/open-booking-window";
import { remindUnbooked } from "@/lib/booking/window/remind-unbooked";
import { setBookingWindow } from "@/lib/booking/window/set-booking-window";
import { notifiedText } from "@/lib/notifications/tellings/notified-words";
import { getNotifiedToBook } from "@/lib/notifications/tellings/list-families-to-book";
import { refresh } from "next/cache";
import { saved } from "../../../../saved";
import { instantOf } from "../../../wall-moment";

export const openNow = schoolAction({
  permission: "schedule:write",
  input: courseOnlyInput,
  run: async (ctx, { courseId }) => {
    const opened = await openBookingWindow(ctx, { courseId });
    refresh();
    if (!opened) return "Booking was open already. Nobody is notified again.";
    const notified = await getNotifiedToBook(ctx, { kind: "window-opened", courseId });
    return `Booking is open. ${notifiedText(notified)}`;
  },
});

export const closeNow = schoolAction({
  permission: "schedule:write",
  input: courseOnlyInput,
  run: async (ctx, { courseId }) => {
    await closeBookingWindow(ctx, { courseId });
    refresh();
    return "Booking is closed.";
  },
});

export const scheduleWindow = schoolAction({
  permission: "schedule:write",
  input: bookingWindowInput,
  run: async (ctx, { courseId, opensAt, closesAt, basedOn }) => {
    const window = { opensAt: instantOf(ctx, opensAt), closesAt: instantOf(ctx, closesAt) };
    const outcome = await setBookingWindow(ctx, { courseId, ...window, basedOn });
    return saved(outcome, "The booking window is set.");
  },
});

export const remind = schoolAction({
  permission: "schedule:write",
  input: reminderInput,
  run: async (ctx, reminder) => {
    const { courseId } = reminder;
    const { enrolmentIds } = await remindUnbooked(ctx, reminder);
    const asked = { kind: "unbooked-reminder", courseId, enrolmentIds } as const;
    refresh();
    return `Reminded. ${notifiedText(await getNotifiedToBook(ctx, asked))}`;
  },
});
