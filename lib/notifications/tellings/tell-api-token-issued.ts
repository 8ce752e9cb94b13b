import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import { apiTokenIssued } from "@/lib/events/account-events";
import { instantFromDate } from "@/lib/time/instant";
import { getSignInAddress } from "./get-sign-in-address";
import type { TellingOf } from "./telling";
import { apiTokenIssuedMail } from "../templates/api-token-issued";
import { composeMail } from "../templates/compose-mail";

/** "An API token was made", to the address that signs in: it acts as the person. */
export const tellApiTokenIssued: TellingOf<typeof apiTokenIssued, "api-token-issued"> = {
  kind: "api-token-issued",
  event: apiTokenIssued,
  tell: async (ctx, { id, data }) => {
    const recipient = await getSignInAddress(ctx, data.personId);
    if (recipient === null) return [];
    const { occurredAt } = await inSchool(ctx, (db) =>
      db.outboxEvent.findFirstOrThrow({ where: { id }, select: { occurredAt: true } }),
    );
    const mail = composeMail(apiTokenIssuedMail, {
      school: ctx.school,
      recipientName: recipient.name,
      tokenName: data.name,
      scope: data.scope,
      issuedAt: instantFromDate(occurredAt),
      accountUrl: `${env.APP_URL}/account`,
    });
    return [{ recipient, notice: null, mail }];
  },
};
