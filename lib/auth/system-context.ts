import { asSystem } from "@/lib/db/system";
import type { SchoolId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { mintSchoolContext, type SchoolContext, type SchoolFacts } from "@/lib/school-context";
import type { Weekday } from "@/lib/time/day";
import { systemNow, type Instant } from "@/lib/time/instant";
import type { TimeZone } from "@/lib/time/zone";
import { requestIdNow } from "@/lib/watching/request-trail";

type Moment = { now?: Instant; requestId?: string };

const FACTS = {
  id: true,
  slug: true,
  name: true,
  timeZone: true,
  currency: true,
  locale: true,
  weekStart: true,
  phone: true,
  email: true,
  primaryColour: true,
  accentColour: true,
  logoUrl: true,
} as const;

/** The program itself at work in a school: jobs, the relay, scripts. Throws NotFound. */
export async function systemContext(
  schoolId: SchoolId,
  moment: Moment = {},
): Promise<SchoolContext> {
  const where = { id: schoolId };
  const row = await asSystem((db) => db.school.findUnique({ where, select: FACTS }));
  if (row === null) throw new NotFound("school");
  const school = {
    ...row,
    id: schoolId,
    timeZone: row.timeZone as TimeZone,
    weekStart: row.weekStart as Weekday,
  };
  return contextOfSystem(school, moment);
}

/** For a school that is only just being founded. */
export function contextOfSystem(school: SchoolFacts, moment: Moment): SchoolContext {
  return mintSchoolContext({
    schoolId: school.id,
    school,
    actor: { kind: "system" },
    now: moment.now ?? systemNow(),
    requestId: moment.requestId ?? requestIdNow(),
  });
}
