"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { schoolAction } from "@/lib/action";
import { bookUntilInput, endEnrolmentInput } from "@/lib/booking/desk/desk.schema";
import { endEnrolment } from "@/lib/booking/changes/end-enrolment";
import { setBookUntil } from "@/lib/booking/window/set-book-until";
import { instantOf } from "../../../../wall-moment";

export const endThisEnrolment = schoolAction({
  permission: "schedule:write",
  input: endEnrolmentInput,
  run: async (ctx, { courseId, enrolmentId, endsOn, confirmed }) => {
    await endEnrolment(ctx, { enrolmentId, endsOn, confirmed: confirmed ?? null });
    redirect(`/${ctx.school.slug}/admin/courses/${courseId}?done=ended`);
  },
});

export const letBookUntil = schoolAction({
  permission: "schedule:write",
  input: bookUntilInput,
  run: async (ctx, { enrolmentId, bookUntil }) => {
    await setBookUntil(ctx, { enrolmentId, bookUntil: instantOf(ctx, bookUntil) });
    refresh();
    return bookUntil ? "This family may book until then." : "The course's window counts again.";
  },
});
