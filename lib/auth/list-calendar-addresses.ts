import { asSystem } from "@/lib/db/system";
import { rolesReading, type FeedScope } from "@/lib/feed-scope";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { Account } from "./get-account";
import type { KnownMembership } from "./memberships";
import type { Area } from "./permissions";

export type CalendarAddressView = {
  scope: FeedScope;
  schoolName: string;
  /** The page where it is shown and stopped. */
  href: string;
  /** When a calendar last asked for it. */
  fetchedAt: Instant | null;
};

/** The private calendar addresses of a person that work, in all their schools: never the secrets. */
export async function listCalendarAddresses({
  memberships,
}: Account): Promise<CalendarAddressView[]> {
  if (memberships.length === 0) return [];
  const whose = memberships.map(({ schoolId, personId }) => ({ schoolId, personId }));
  const rows = await asSystem((db) =>
    db.calendarFeed.findMany({
      where: { revokedAt: null, OR: whose },
      select: { schoolId: true, scope: true, fetchedAt: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  return rows.flatMap(({ schoolId, scope, fetchedAt }) => {
    const membership = memberships.find((each) => each.schoolId === schoolId);
    if (membership === undefined) return [];
    const area = areaShowing(scope, membership);
    if (area === null) return [];
    const { schoolName, slug } = membership;
    const asked = fetchedAt === null ? null : instantFromDate(fetchedAt);
    return { scope, schoolName, href: `/${slug}/${area}/subscribe`, fetchedAt: asked };
  });
}

const AREAS: Record<FeedScope, Area> = {
  SCHOOL: "admin",
  TEACHER: "teach",
  FAMILY: "family",
  STUDENT: "student",
};

/** Null where it opens nothing: who reads it no more. */
function areaShowing(scope: FeedScope, { roles }: KnownMembership): Area | null {
  if (rolesReading(scope, roles).length === 0) return null;
  return scope === "SCHOOL" && !roles.includes("ADMIN") ? "teach" : AREAS[scope];
}
