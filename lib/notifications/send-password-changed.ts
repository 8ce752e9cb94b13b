import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import type { passwordChanged } from "@/lib/events/account-events";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import { deliverMail } from "./deliver-mail";
import type { OwedEvent } from "@/lib/events/define-event";
import { getSignInAddress } from "./get-sign-in-address";
import { passwordChangedMail } from "./templates/password-changed";
import { renderMail } from "./templates/render-mail";

/** "Your password was changed", to the address that signs in. */
export async function sendPasswordChanged(
  ctx: SchoolContext,
  event: OwedEvent<typeof passwordChanged>,
): Promise<void> {
  const recipient = await getSignInAddress(ctx, event.data.personId);
  if (recipient === null) return;
  const { occurredAt } = await inSchool(ctx, (db) =>
    db.outboxEvent.findFirstOrThrow({ where: { id: event.id }, select: { occurredAt: true } }),
  );
  await deliverMail(ctx, {
    eventId: event.id,
    kind: "password-changed",
    recipient,
    render: () =>
      renderMail(passwordChangedMail, {
        school: ctx.school,
        recipientName: recipient.name,
        changedAt: instantFromDate(occurredAt),
        forgotPasswordUrl: `${env.APP_URL}/forgot-password`,
      }),
  });
}
