"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { noticeInput, readAllInput } from "@/lib/notifications/notices/notice.schema";
import { readAllNotices } from "@/lib/notifications/notices/read-all-notices";
import { followNotice } from "../../follow-notice";

export const openFamilyNotice = schoolAction({
  permission: "family:area",
  input: noticeInput,
  run: (ctx, { noticeId }) => followNotice(ctx, { noticeId, area: "family" }),
});

export const readAllFamilyNotices = schoolAction({
  permission: "family:area",
  input: readAllInput,
  run: async (ctx, input) => {
    await readAllNotices(ctx, input);
    refresh();
  },
});
