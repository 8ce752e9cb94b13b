import { asSystem } from "@/lib/db/system";
import type { passwordResetRequested } from "@/lib/events/account-events";
import { linkUrl } from "@/lib/link-token";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { deliverMail } from "./deliver-mail";
import type { OwedEvent } from "@/lib/events/define-event";
import { getSignInAddress } from "./get-sign-in-address";
import { passwordResetMail } from "./templates/password-reset";
import { renderMail } from "./templates/render-mail";

/** The link for a new password, to the address that signs in; stale once used or out of date. */
export async function sendPasswordReset(
  ctx: SchoolContext,
  event: OwedEvent<typeof passwordResetRequested>,
): Promise<void> {
  const { personId, passwordResetId } = event.data;
  const recipient = await getSignInAddress(ctx, personId);
  if (recipient === null) return;
  await deliverMail(ctx, {
    eventId: event.id,
    kind: "password-reset",
    recipient,
    render: async () => {
      if (!(await isOpen(ctx, { personId, passwordResetId }))) return null;
      return renderMail(passwordResetMail, {
        school: ctx.school,
        recipientName: recipient.name,
        resetUrl: linkUrl("password-reset", passwordResetId),
      });
    },
  });
}

type Reset = { personId: string; passwordResetId: string };

/** Whether the link still works, and is the one of this person of the school. */
async function isOpen(ctx: SchoolContext, { personId, passwordResetId }: Reset): Promise<boolean> {
  const user = { memberships: { some: { schoolId: ctx.schoolId, personId } } };
  const expiresAt = { gt: dateFromInstant(ctx.now) };
  const open = { id: passwordResetId, usedAt: null, expiresAt, user };
  return (await asSystem((db) => db.passwordReset.count({ where: open }))) > 0;
}
