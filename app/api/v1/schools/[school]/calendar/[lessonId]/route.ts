import { z } from "zod";
import { apiRoute } from "@/lib/api";
import { calendarOwner, entryIdText } from "@/lib/scheduling/calendar.schema";
import { lessonDetailsResource } from "@/lib/scheduling/calendar-resource";
import { getLessonDetails } from "@/lib/scheduling/get-lesson-details";

export const GET = apiRoute({
  permission: "member",
  input: {
    params: z.object({ lessonId: entryIdText }),
    query: z.object({ owner: calendarOwner.optional() }),
  },
  run: async (ctx, { params, query }) =>
    lessonDetailsResource(
      await getLessonDetails(ctx, { owner: query.owner, entry: params.lessonId }),
    ),
});
