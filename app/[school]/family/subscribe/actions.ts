"use server";

import { schoolAction } from "@/lib/action";
import { feedChange } from "@/lib/notifications/calendar-feed/calendar-feed.schema";
import { feedChanger } from "../../change-feed";

export const changeAddress = schoolAction({
  permission: "family:area",
  input: feedChange,
  run: feedChanger("family"),
});
