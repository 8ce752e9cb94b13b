import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { inSchool } from "@/lib/db/in-school";
import { normaliseEmail } from "@/lib/values/email-address";
import { newId, type InvitationId, type PersonId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { issueInvitation } from "./issue-invitation";

export type FirstAdmin = { givenName: string; familyName: string; email: string };

/**
 * Founds the school of the context (`foundingContext`) with its first admin, who gets an invitation
 * by mail. Throws `school-address-taken` and `person-without-email`.
 */
export async function createSchool(
  ctx: SchoolContext,
  admin: FirstAdmin,
): Promise<{ personId: PersonId; invitationId: InvitationId }> {
  const email = normaliseEmail(admin.email);
  if (email === null) throw new Refusal("person-without-email");
  try {
    return await foundSchool(ctx, { ...admin, email });
  } catch (error) {
    if (brokenRuleOf(error)?.sqlState === "23505") throw new Refusal("school-address-taken");
    throw error;
  }
}

async function foundSchool(ctx: SchoolContext, { givenName, familyName, email }: FirstAdmin) {
  const { slug, name, timeZone, currency, locale, weekStart, phone } = ctx.school;
  const { email: schoolEmail, primaryColour, accentColour, logoUrl } = ctx.school;
  return inSchool(ctx, async (db) => {
    await db.school.create({
      data: {
        ...{ id: ctx.schoolId, slug, name, timeZone, currency, locale, weekStart, phone },
        ...{ email: schoolEmail, primaryColour, accentColour, logoUrl },
        createdAt: dateFromInstant(ctx.now),
      },
    });
    const personId = newId<PersonId>();
    await db.person.create({ data: { id: personId, givenName, familyName, email } });
    const roles = ["ADMIN"] as const;
    const invitationId = await issueInvitation(db, ctx, { personId, email, roles });
    return { personId, invitationId };
  });
}
