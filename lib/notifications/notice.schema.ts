import { z } from "zod";

export const noticeInput = z.object({ noticeId: z.uuid() });

/** Forms that say nothing but that they were sent. */
export const nothingInput = z.object({});
