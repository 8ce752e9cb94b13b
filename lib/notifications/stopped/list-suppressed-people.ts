import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { normaliseEmail } from "@/lib/values/email-address";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { SuppressionReason } from "./mail-event";

export type SuppressedPerson = {
  personId: string;
  suppressionId: string;
  email: string;
  reason: SuppressionReason;
  since: Instant;
};

/** Which of these people's contact addresses mail does not go to. */
export async function listSuppressedPeople(
  ctx: SchoolContext,
  personIds: readonly string[],
): Promise<SuppressedPerson[]> {
  return inSchool(ctx, async (db) => {
    const people = await db.person.findMany({
      where: { id: { in: [...personIds] }, email: { not: null } },
      select: { id: true, email: true },
      orderBy: { id: "asc" },
    });
    const emails = people.flatMap(({ email }) => normaliseEmail(email ?? "") ?? []);
    const stopped = await db.mailSuppression.findMany({
      where: { email: { in: emails }, liftedAt: null },
      select: { id: true, email: true, reason: true, createdAt: true },
    });
    return people.flatMap(({ id, email }) => {
      const row = stopped.find((each) => each.email === normaliseEmail(email ?? ""));
      if (row === undefined) return [];
      const { reason, createdAt } = row;
      return {
        ...{ personId: id, suppressionId: row.id, email: row.email, reason },
        since: instantFromDate(createdAt),
      };
    });
  });
}
