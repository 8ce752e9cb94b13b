"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { deliveryInput, eventInput, redriveAllInput } from "@/lib/notifications/jobs/job.schema";
import { redriveAll } from "@/lib/notifications/jobs/redrive-all";
import { redriveEvent } from "@/lib/notifications/jobs/redrive-event";
import { sendMailAgain as sendAgain } from "@/lib/notifications/jobs/send-mail-again";

export const tryAgain = schoolAction({
  permission: "school:write",
  input: eventInput,
  run: async (ctx, input) => {
    await redriveEvent(ctx, input);
    refresh();
    return "It is being tried again.";
  },
});

export const tryAllAgain = schoolAction({
  permission: "school:write",
  input: redriveAllInput,
  run: async (ctx, input) => {
    const count = await redriveAll(ctx, input);
    refresh();
    return count === 0 ? "There was nothing to try again." : "They are being tried again.";
  },
});

export const sendMailAgain = schoolAction({
  permission: "school:write",
  input: deliveryInput,
  run: async (ctx, input) => {
    await sendAgain(ctx, input);
    refresh();
    return "It is being sent again.";
  },
});
