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
import { getNotified } from "@/lib/notifications/tellings/get-notified";
import { notifiedText } from "@/lib/notifications/tellings/notified-words";
import type { TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { saved } from "../../../saved";

export const saveWindows = schoolAction({
  permission: "schedule:write",
  input: availabilityInput,
  run: async (ctx, input) => {
    const outcome = await setAvailability(ctx, input);
    const told = await teacherNotified(ctx, input.teacherId);
    return saved(outcome, `Saved. These are the open times now. ${told}`);
  },
});

export const addException = schoolAction({
  permission: "schedule:write",
  input: availabilityExceptionInput,
  run: async (ctx, input) => {
    await addAvailabilityException(ctx, input);
    refresh();
    const what = input.kind === "EXTRA" ? "The extra time is added." : "The teacher is away then.";
    return `Saved. ${what} ${await teacherNotified(ctx, input.teacherId)}`;
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

async function teacherNotified(ctx: SchoolContext, teacherId: TeacherId): Promise<string> {
  return notifiedText(
    await getNotified(ctx, [{ kind: "open-times-changed", teacherIds: [teacherId] }]),
  );
}
