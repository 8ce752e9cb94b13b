"use server";

import { z } from "zod";
import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { liftSuppression } from "@/lib/notifications/stopped/lift-suppression";
import { idInput } from "@/lib/people/people.schema";

export const sendAgain = schoolAction({
  permission: "people:write",
  input: z.object({ suppressionId: idInput() }),
  run: async (ctx, { suppressionId }) => {
    await liftSuppression(ctx, suppressionId);
    return leadTo(`/${ctx.school.slug}/admin/mail`, { code: "mail-lifted", ids: [suppressionId] });
  },
});
