import { countUnreadNotices } from "@/lib/notifications/notices/count-unread-notices";
import { listNotices } from "@/lib/notifications/notices/list-notices";
import { isoFromInstant } from "@/lib/time/instant";
import { readAllNotices } from "@/lib/notifications/notices/read-all-notices";
import { readNotice } from "@/lib/notifications/notices/read-notice";
import { listOfFamily, ofFamily, ownWithoutId, type SchoolCalls } from "./school-call";

export const noticeCalls: SchoolCalls = {
  "notifications/notices/count-unread-notices countUnreadNotices": ownWithoutId((ctx) =>
    countUnreadNotices(ctx),
  ),
  "notifications/notices/list-notices listNotices": ownWithoutId((ctx) => listNotices(ctx)),
  "notifications/notices/list-notices listNotices (after one)": listOfFamily((ctx, { noticeId }) =>
    listNotices(ctx, { after: noticeId }),
  ),
  "notifications/notices/read-all-notices readAllNotices": ownWithoutId((ctx) =>
    readAllNotices(ctx, { seenAt: isoFromInstant(ctx.now) }),
  ),
  "notifications/notices/read-notice readNotice": ofFamily((ctx, { noticeId }) =>
    readNotice(ctx, { noticeId }),
  ),
};
