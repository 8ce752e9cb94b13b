"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { schoolAction } from "@/lib/action";
import { liftSuppression } from "@/lib/notifications/stopped/lift-suppression";
import { idInput } from "@/lib/people/people.schema";

export const sendAgain = schoolAction({
  permission: "people:write",
  input: z.object({ suppressionId: idInput() }),
  run: async (ctx, { suppressionId }) => {
    await liftSuppression(ctx, suppressionId);
    redirect(`/${ctx.school.slug}/admin/mail?done=lifted`);
  },
});
