import { countUnreadNotices } from "@/lib/notifications/count-unread-notices";
import { listNotices } from "@/lib/notifications/list-notices";
import { isoFromInstant } from "@/lib/time/instant";
import { readAllNotices } from "@/lib/notifications/read-all-notices";
import { readNotice } from "@/lib/notifications/read-notice";
import { listOfFamily, ofFamily, ownWithoutId, type SchoolCalls } from "./school-call";

export const noticeCalls: SchoolCalls = {
  "notifications/count-unread-notices countUnreadNotices": ownWithoutId((ctx) =>
    countUnreadNotices(ctx),
  ),
  "notifications/list-notices listNotices": ownWithoutId((ctx) => listNotices(ctx)),
  "notifications/list-notices listNotices (after one)": listOfFamily((ctx, { noticeId }) =>
    listNotices(ctx, { after: noticeId }),
  ),
  "notifications/read-all-notices readAllNotices": ownWithoutId((ctx) =>
    readAllNotices(ctx, { seenAt: isoFromInstant(ctx.now) }),
  ),
  "notifications/read-notice readNotice": ofFamily((ctx, { noticeId }) =>
    readNotice(ctx, { noticeId }),
  ),
};
