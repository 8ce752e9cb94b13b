import type { Flash, HappenedCode } from "@/lib/flash-cookie";
import { parseId } from "@/lib/ids";
import { getNotifiedOfChange } from "@/lib/notifications/tellings/get-notified-of-change";
import { notifiedText } from "@/lib/notifications/tellings/notified-words";
import type { SchoolContext } from "@/lib/school-context";

/** What changes the schedule and leads on with the id of the change. */
const CHANGES: readonly HappenedCode[] = [
  "closure-added",
  "course-archived",
  "course-restored",
  "enrolment-ended",
  "week-plan-saved",
];

/** Who is notified of the change of the schedule that has just been made; undefined where it was none. */
export async function changeText(
  ctx: SchoolContext,
  flash: Flash | null,
): Promise<string | undefined> {
  if (flash === null || !CHANGES.includes(flash.code)) return undefined;
  const changeId = parseId(flash.ids[0] ?? "");
  return changeId === null ? undefined : notifiedText(await getNotifiedOfChange(ctx, changeId));
}
