import { asSystem } from "@/lib/db/system";
import { passwordResetRequested } from "@/lib/events/account-events";
import { linkUrl } from "@/lib/link-token";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { getSignInAddress } from "./get-sign-in-address";
import type { TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { passwordResetMail } from "../templates/password-reset";

/** The link for a new password, to the address that signs in; stale once used or out of date. */
export const tellPasswordReset: TellingOf<typeof passwordResetRequested, "password-reset"> = {
  kind: "password-reset",
  event: passwordResetRequested,
  tell: async (ctx, { data }) => {
    const recipient = await getSignInAddress(ctx, data.personId);
    if (recipient === null || !(await isOpen(ctx, data))) return [];
    const mail = composeMail(passwordResetMail, {
      school: ctx.school,
      recipientName: recipient.name,
      resetUrl: linkUrl("password-reset", data.passwordResetId),
    });
    return [{ recipient, notice: null, mail }];
  },
};

type Reset = { personId: string; passwordResetId: string };

/** Whether the link still works, and is the one of this person of the school. */
async function isOpen(ctx: SchoolContext, { personId, passwordResetId }: Reset): Promise<boolean> {
  const user = { memberships: { some: { schoolId: ctx.schoolId, personId } } };
  const expiresAt = { gt: dateFromInstant(ctx.now) };
  const open = { id: passwordResetId, usedAt: null, expiresAt, user };
  return (await asSystem((db) => db.passwordReset.count({ where: open }))) > 0;
}
