import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isInOwnArea, type Area } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/session";
import { readNotice } from "@/lib/notifications/notices/read-notice";
import type { SchoolContext } from "@/lib/school-context";

/**
 * Marks a notice as read and goes where it leads: into whichever area of the person's own it names,
 * back to the list when they no longer have that area or it leads nowhere.
 */
export async function followNotice(
  ctx: SchoolContext,
  { noticeId, area }: { noticeId: string; area: Area },
): Promise<never> {
  const { slug } = ctx.school;
  const path = await readNotice(ctx, { noticeId });
  // The bell stands in the layout, which the browser keeps: it counts again.
  revalidatePath(`/${slug}`, "layout");
  // In an area a person acts in one role; where a notice may lead depends on all of them.
  const { actor } = await requireMember(slug, "member");
  const roles = actor.kind === "member" ? actor.roles : [];
  const isOwn = path !== null && isInOwnArea(path, roles);
  redirect(isOwn ? `/${slug}/${path}` : `/${slug}/${area}/notices`);
}
