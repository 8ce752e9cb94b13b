import { acceptInvitation } from "@/lib/auth/accept-invitation";
import type { InvitationId, PersonId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import { invitePerson } from "@/lib/people/invite-person";
import type { SchoolContext } from "@/lib/school-context";
import { plusHours } from "@/lib/time/instant";

export const DEMO_PASSWORD = "demo-password";

/** Invites each person, who accepts an hour later with the demo password. */
export async function seedSignIns(
  ctx: SchoolContext,
  people: readonly PersonId[],
  passwordHash: string,
): Promise<void> {
  for (const personId of people) {
    await acceptFor(ctx, await invitePerson(ctx, { personId }), passwordHash);
  }
}

export async function acceptFor(
  ctx: SchoolContext,
  invitationId: InvitationId,
  newPasswordHash: string,
): Promise<void> {
  const token = linkToken("invitation", invitationId);
  await acceptInvitation({ token, newPasswordHash }, plusHours(ctx.now, 1));
}
