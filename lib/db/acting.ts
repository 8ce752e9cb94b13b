import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";

/** Who acts and when, as a transaction's "app.acting": for what the database keeps by itself (`withdraw_invitations`). */
export function actingOf({ actor, now, requestId }: SchoolContext): string {
  const actorId = actor.kind === "member" ? actor.personId : null;
  return JSON.stringify({ actorId, at: isoFromInstant(now), requestId });
}
