import { inSchool, type Db } from "@/lib/db/in-school";
import type { PersonId } from "@/lib/ids";
import { linkUrl } from "@/lib/link-token";
import { personInvited } from "@/lib/people/events";
import { studentsInReach } from "@/lib/people/reach";
import type { Role } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import type { TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { invitationMail } from "../templates/invitation";

const WIDEST_FIRST: readonly Role[] = ["ADMIN", "TEACHER", "PARENT", "STUDENT"];

/** The invitation's link, to the address it was made for; stale once accepted, revoked or expired. */
export const tellInvitation: TellingOf<typeof personInvited, "invitation"> = {
  kind: "invitation",
  event: personInvited,
  tell: async (ctx, { data: { personId, invitationId } }) => {
    const { invitation, studentNames } = await inSchool(ctx, async (db) => ({
      invitation: await db.invitation.findFirst({
        where: { id: invitationId, acceptedAt: null, revokedAt: null },
        include: { person: { select: { givenName: true } } },
      }),
      studentNames: await childrenOf(db, personId as PersonId),
    }));
    if (invitation === null) return [];
    const expiresAt = instantFromDate(invitation.expiresAt);
    if (ctx.now >= expiresAt) return [];
    const name = invitation.person.givenName;
    const mail = composeMail(invitationMail, {
      school: ctx.school,
      recipientName: name,
      role: WIDEST_FIRST.find((role) => invitation.roles.includes(role)) ?? "PARENT",
      studentNames,
      acceptUrl: linkUrl("invitation", invitationId),
      expiresAt,
    });
    return [{ recipient: { personId, email: invitation.email, name }, notice: null, mail }];
  },
};

async function childrenOf(db: Db, personId: PersonId): Promise<string[]> {
  const students = await db.student.findMany({
    where: { archivedAt: null, ...studentsInReach({ kind: "guardian", personId }) },
    select: { person: { select: { givenName: true } } },
    orderBy: { id: "asc" },
  });
  return students.map(({ person }) => person.givenName);
}
