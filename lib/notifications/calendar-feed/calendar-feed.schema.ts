import { z } from "zod";
import type { CalendarFeedId } from "@/lib/ids";

const feedId = z.uuid().transform((id) => id as CalendarFeedId);

/** What the page of the calendar addresses asks for. */
export const feedChange = z.discriminatedUnion("change", [
  z.object({
    change: z.literal("create"),
    scope: z.enum(["SCHOOL", "TEACHER", "FAMILY", "STUDENT"]),
  }),
  z.object({ change: z.literal("renew"), feedId }),
  z.object({ change: z.literal("revoke"), feedId }),
]);
