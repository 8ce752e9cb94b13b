"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { noticeInput, readAllInput } from "@/lib/notifications/notices/notice.schema";
import { readAllNotices } from "@/lib/notifications/notices/read-all-notices";
import { followNotice } from "../../follow-notice";

export const openAdminNotice = schoolAction({
  permission: "school:write",
  input: noticeInput,
  run: (ctx, { noticeId }) => followNotice(ctx, { noticeId, area: "admin" }),
});

export const readAllAdminNotices = schoolAction({
  permission: "school:write",
  input: readAllInput,
  run: async (ctx, input) => {
    await readAllNotices(ctx, input);
    refresh();
  },
});
