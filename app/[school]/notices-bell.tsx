import { NoticeBell } from "@/components/shell/notice-bell";
import type { Area } from "@/lib/auth/permissions";
import { countUnreadNotices } from "@/lib/notifications/notices/count-unread-notices";
import type { SchoolContext } from "@/lib/school-context";

/** The bell in the frame of an area; it counts while the page reads. */
export async function NoticesBell({ ctx, area }: { ctx: SchoolContext; area: Area }) {
  const unread = await countUnreadNotices(ctx);
  return <NoticeBell href={`/${ctx.school.slug}/${area}/notices`} unread={unread} />;
}
