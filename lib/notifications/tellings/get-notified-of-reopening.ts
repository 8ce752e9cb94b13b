import type { ClosureRemoval } from "@/lib/booking/changes/get-closure-removal";
import type { SchoolContext } from "@/lib/school-context";
import { getNotified } from "./get-notified";
import type { Notified } from "./notified";

/** Who is notified when a closure goes: of the lessons that come back, and of those that do not. */
export async function getNotifiedOfReopening(
  ctx: SchoolContext,
  { concerned, toBookAgain }: Pick<ClosureRemoval, "concerned" | "toBookAgain">,
): Promise<Notified> {
  return getNotified(ctx, [
    { kind: "lessons-changed", ...concerned },
    { kind: "days-reopened", studentIds: toBookAgain.map(({ studentId }) => studentId) },
  ]);
}
