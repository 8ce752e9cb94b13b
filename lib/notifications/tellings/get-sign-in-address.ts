import { asSystem } from "@/lib/db/system";
import type { SchoolContext } from "@/lib/school-context";
import type { Recipient } from "./telling";

/**
 * Where mail about a person's sign-in goes: the address they sign in with, which no school keeps.
 * Null when the person no longer signs in to this school.
 */
export async function getSignInAddress(
  ctx: SchoolContext,
  personId: string,
): Promise<Recipient | null> {
  return asSystem(async (db) => {
    const membership = await db.membership.findFirst({
      where: { schoolId: ctx.schoolId, personId, disabledAt: null, user: { disabledAt: null } },
      select: { user: { select: { email: true } }, person: { select: { givenName: true } } },
    });
    if (membership === null) return null;
    return { personId, email: membership.user.email, name: membership.person.givenName };
  });
}
