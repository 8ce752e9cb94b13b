"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { archiveLocation } from "@/lib/scheduling/archive-location";
import { archiveRoom } from "@/lib/scheduling/archive-room";
import { createLocation } from "@/lib/scheduling/create-location";
import { createRoom } from "@/lib/scheduling/create-room";
import { createTerm } from "@/lib/scheduling/create-term";
import {
  locationArchiveInput,
  locationChangeInput,
  locationInput,
  roomArchiveInput,
  roomChangeInput,
  roomInput,
  termInput,
  termNameInput,
} from "@/lib/scheduling/place.schema";
import { renameTerm } from "@/lib/scheduling/rename-term";
import { updateLocation } from "@/lib/scheduling/update-location";
import { updateRoom } from "@/lib/scheduling/update-room";
import { saved } from "../../saved";

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

export const changeTermName = schoolAction({
  permission: "schedule:write",
  input: termNameInput,
  run: async (ctx, input) => saved(await renameTerm(ctx, input)),
});

export const changeLocation = schoolAction({
  permission: "schedule:write",
  input: locationChangeInput,
  run: async (ctx, input) => saved(await updateLocation(ctx, input)),
});

export const setLocationArchived = schoolAction({
  permission: "schedule:write",
  input: locationArchiveInput,
  run: async (ctx, input) => {
    await archiveLocation(ctx, input);
    refresh();
  },
});

export const changeRoom = schoolAction({
  permission: "schedule:write",
  input: roomChangeInput,
  run: async (ctx, input) => saved(await updateRoom(ctx, input)),
});

export const setRoomArchived = schoolAction({
  permission: "schedule:write",
  input: roomArchiveInput,
  run: async (ctx, input) => {
    await archiveRoom(ctx, input);
    refresh();
  },
});
