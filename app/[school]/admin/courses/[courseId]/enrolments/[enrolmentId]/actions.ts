"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { bookUntilInput, endEnrolmentInput } from "@/lib/booking/desk/desk.schema";
import { endEnrolment } from "@/lib/booking/changes/end-enrolment";
import { setBookUntil } from "@/lib/booking/window/set-book-until";
import { saved } from "../../../../../saved";
import { instantOf } from "../../../../wall-moment";

export const endThisEnrolment = schoolAction({
  permission: "schedule:write",
  input: endEnrolmentInput,
  run: async (ctx, { courseId, enrolmentId, endsOn, confirmed }) => {
    const { changeId } = await endEnrolment(ctx, {
      enrolmentId,
      endsOn,
      confirmed: confirmed ?? null,
    });
    return leadTo(`/${ctx.school.slug}/admin/courses/${courseId}`, {
      code: "enrolment-ended",
      ids: [changeId],
    });
  },
});

export const letBookUntil = schoolAction({
  permission: "schedule:write",
  input: bookUntilInput,
  run: async (ctx, { enrolmentId, bookUntil, basedOn }) => {
    const until = instantOf(ctx, bookUntil);
    const outcome = await setBookUntil(ctx, { enrolmentId, bookUntil: until, basedOn });
    const message = until
      ? "This family may book until then."
      : "The course's window counts again.";
    return saved(outcome, message);
  },
});
