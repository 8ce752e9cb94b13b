import { z } from "zod";

export const noticeInput = z.object({ noticeId: z.uuid() });

/** Until when the list was read that is marked as read. */
export const readAllInput = z.object({ seenAt: z.iso.datetime() });
