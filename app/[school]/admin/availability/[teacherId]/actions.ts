"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { addAvailabilityException } from "@/lib/scheduling/add-availability-exception";
import {
  availabilityExceptionInput,
  availabilityInput,
  removeExceptionInput,
} from "@/lib/scheduling/availability.schema";
import { removeAvailabilityException } from "@/lib/scheduling/remove-availability-exception";
import { setAvailability } from "@/lib/scheduling/set-availability";
import { saved } from "../../../saved";

export const saveWindows = schoolAction({
  permission: "schedule:write",
  input: availabilityInput,
  run: async (ctx, input) =>
    saved(await setAvailability(ctx, input), "Saved. These are the open times now."),
});

export const addException = schoolAction({
  permission: "schedule:write",
  input: availabilityExceptionInput,
  run: async (ctx, input) => {
    await addAvailabilityException(ctx, input);
    refresh();
    return input.kind === "EXTRA"
      ? "Saved. The extra time is added."
      : "Saved. The teacher is away then.";
  },
});

export const removeException = schoolAction({
  permission: "schedule:write",
  input: removeExceptionInput,
  run: async (ctx, input) => {
    await removeAvailabilityException(ctx, input);
    refresh();
  },
});
