"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { createLocation } from "@/lib/scheduling/create-location";
import { createRoom } from "@/lib/scheduling/create-room";
import { createTerm } from "@/lib/scheduling/create-term";
import { locationInput, roomInput, termInput } from "@/lib/scheduling/place.schema";

export const addLocation = schoolAction({
  permission: "schedule:write",
  input: locationInput,
  run: async (ctx, input) => {
    await createLocation(ctx, input);
    refresh();
    return `${input.name} is added.`;
  },
});

export const addRoom = schoolAction({
  permission: "schedule:write",
  input: roomInput,
  run: async (ctx, input) => {
    await createRoom(ctx, input);
    refresh();
    return `${input.name} is added.`;
  },
});

export const addTerm = schoolAction({
  permission: "schedule:write",
  input: termInput,
  run: async (ctx, input) => {
    await createTerm(ctx, input);
    refresh();
    return `${input.name} is added.`;
  },
});
