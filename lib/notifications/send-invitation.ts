import { inSchool, type Db } from "@/lib/db/in-school";
import { linkUrl } from "@/lib/link-token";
import type { personInvited } from "@/lib/people/events";
import type { Role, SchoolContext } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import { deliverMail } from "./deliver-mail";
import type { OwedEvent } from "@/lib/events/define-event";
import { invitationMail } from "./templates/invitation";
import { renderMail } from "./templates/render-mail";

const WIDEST_FIRST: readonly Role[] = ["ADMIN", "TEACHER", "PARENT", "STUDENT"];

/** The invitation's link, to the address it was made for; stale once accepted, revoked or expired. */
export async function sendInvitation(
  ctx: SchoolContext,
  event: OwedEvent<typeof personInvited>,
): Promise<void> {
  const { personId, invitationId } = event.data;
  const { invitation, studentNames } = await inSchool(ctx, async (db) => ({
    invitation: await db.invitation.findFirst({
      where: { id: invitationId },
      include: { person: { select: { givenName: true } } },
    }),
    studentNames: await childrenOf(db, personId),
  }));
  if (invitation === null) return;
  const name = invitation.person.givenName;
  const expiresAt = instantFromDate(invitation.expiresAt);
  const settled = invitation.acceptedAt !== null || invitation.revokedAt !== null;
  await deliverMail(ctx, {
    eventId: event.id,
    kind: "invitation",
    recipient: { personId, email: invitation.email, name },
    render: async () => {
      if (settled || ctx.now >= expiresAt) return null;
      return renderMail(invitationMail, {
        school: ctx.school,
        recipientName: name,
        role: WIDEST_FIRST.find((role) => invitation.roles.includes(role)) ?? "PARENT",
        studentNames,
        acceptUrl: linkUrl("invitation", invitationId),
        expiresAt,
      });
    },
  });
}

async function childrenOf(db: Db, personId: string): Promise<string[]> {
  const students = await db.student.findMany({
    where: { archivedAt: null, family: { guardians: { some: { personId } } } },
    select: { person: { select: { givenName: true } } },
    orderBy: { id: "asc" },
  });
  return students.map(({ person }) => person.givenName);
}
