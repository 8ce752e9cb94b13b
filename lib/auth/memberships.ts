import type { SystemDb } from "@/lib/db/system";
import type { SchoolId, UserId } from "@/lib/ids";
import type { Role } from "@/lib/school-context";
import type { TimeZone } from "@/lib/time/zone";

export type KnownMembership = {
  schoolId: SchoolId;
  slug: string;
  schoolName: string;
  timeZone: TimeZone;
  locale: string;
  personId: string;
  displayName: string;
  roles: readonly Role[];
};

/** The schools in which an identity is somebody, the oldest membership first. */
export async function membershipsOf(db: SystemDb, userId: UserId): Promise<KnownMembership[]> {
  const rows = await db.membership.findMany({
    where: { userId, disabledAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      schoolId: true,
      personId: true,
      roles: true,
      person: { select: { givenName: true, familyName: true } },
    },
  });
  const schools = await db.school.findMany({
    where: { id: { in: rows.map((row) => row.schoolId) } },
    select: { id: true, slug: true, name: true, timeZone: true, locale: true },
  });
  const byId = new Map(schools.map((school) => [school.id, school]));
  return rows.flatMap((row) => {
    const school = byId.get(row.schoolId);
    if (school === undefined) return [];
    return {
      schoolId: row.schoolId as SchoolId,
      slug: school.slug,
      schoolName: school.name,
      timeZone: school.timeZone as TimeZone,
      locale: school.locale,
      personId: row.personId,
      displayName: `${row.person.givenName} ${row.person.familyName}`,
      roles: row.roles,
    };
  });
}
