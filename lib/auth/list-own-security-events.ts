import { asSystem } from "@/lib/db/system";
import type { SecurityKind } from "@/lib/events/record-security-event";
import type { UserId } from "@/lib/ids";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { asTimeZone, type TimeZone } from "@/lib/time/zone";

export type OwnSecurityEvent = {
  id: string;
  kind: SecurityKind;
  at: Instant;
  device: string | null;
  /** Null where it is of the sign-in itself. */
  schoolName: string | null;
};

export type OwnActivity = {
  events: OwnSecurityEvent[];
  /** Whether there is more than is shown. */
  more: boolean;
  /** In which zone and words times are shown: those of the person's first school. */
  zone: TimeZone;
  locale: string;
};

const SHOWN = 20;
const NOWHERE = { timeZone: "UTC", locale: "en-AU" };

/** What happened to somebody's own sign-in, in all schools, the newest first. */
export async function listOwnSecurityEvents(userId: UserId): Promise<OwnActivity> {
  return asSystem(async (db) => {
    const found = await db.securityEvent.findMany({
      where: { userId },
      orderBy: { at: "desc" },
      take: SHOWN + 1,
      select: { id: true, kind: true, at: true, device: true, schoolId: true },
    });
    const first = await db.membership.findFirst({
      where: { userId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { schoolId: true },
    });
    const ids = [first?.schoolId, ...found.map(({ schoolId }) => schoolId)];
    const schools = await db.school.findMany({
      where: { id: { in: ids.filter((id) => id != null) } },
      select: { id: true, name: true, timeZone: true, locale: true },
    });
    const byId = new Map(schools.map((school) => [school.id, school]));
    const { timeZone, locale } = byId.get(first?.schoolId ?? "") ?? NOWHERE;
    const events = found.slice(0, SHOWN).map(({ at, schoolId, ...event }) => ({
      ...event,
      at: instantFromDate(at),
      schoolName: byId.get(schoolId ?? "")?.name ?? null,
    }));
    return { events, more: found.length > SHOWN, zone: asTimeZone(timeZone), locale };
  });
}
