import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import { passwordChanged } from "@/lib/events/account-events";
import { instantFromDate } from "@/lib/time/instant";
import { getSignInAddress } from "./get-sign-in-address";
import type { TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { passwordChangedMail } from "../templates/password-changed";

/** "Your password was changed", to the address that signs in. */
export const tellPasswordChanged: TellingOf<typeof passwordChanged, "password-changed"> = {
  kind: "password-changed",
  event: passwordChanged,
  tell: async (ctx, { id, data }) => {
    const recipient = await getSignInAddress(ctx, data.personId);
    if (recipient === null) return [];
    const { occurredAt } = await inSchool(ctx, (db) =>
      db.outboxEvent.findFirstOrThrow({ where: { id }, select: { occurredAt: true } }),
    );
    const mail = composeMail(passwordChangedMail, {
      school: ctx.school,
      recipientName: recipient.name,
      changedAt: instantFromDate(occurredAt),
      forgotPasswordUrl: `${env.APP_URL}/forgot-password`,
    });
    return [{ recipient, notice: null, mail }];
  },
};
