"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { bookLessons } from "@/lib/booking/book-lessons";
import { bookLessonForm } from "@/lib/booking/family-forms.schema";

export const bookLesson = schoolAction({
  permission: "family:area",
  input: bookLessonForm,
  run: async (ctx, { enrolmentId, week, startsAt, requestKey }) => {
    const lessons = [{ week, startsAt }];
    const { bookingIds } = await bookLessons(ctx, { enrolmentId, lessons, requestKey });
    return leadTo(`/${ctx.school.slug}/family/bookings/${bookingIds[0]}`, {
      code: "booked",
      ids: bookingIds,
    });
  },
});
