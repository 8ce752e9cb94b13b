import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { SchoolSettings } from "@/lib/school/school.schema";
import { isTimeZone } from "@/lib/time/zone";
import { beginScheduleChange } from "./begin-schedule-change";

/**
 * Contact, branding and policies of the school. Policies bind every booking decided after this.
 * Throws `Refusal("zone-frozen")` when a week plan exists and time zone or week start would change.
 */
export async function updateSchoolSettings(
  ctx: SchoolContext,
  settings: SchoolSettings,
): Promise<void> {
  if (!isTimeZone(settings.timeZone)) throw new Refusal("unknown-time-zone");
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    await refuseFrozen(db, settings);
    await db.school.updateMany({ data: settings });
    const action = "school/settings.changed";
    await recordAudit(db, ctx, { action, subjectId: ctx.schoolId, data: settings });
  });
}

async function refuseFrozen(db: Db, settings: SchoolSettings): Promise<void> {
  const select = { timeZone: true, weekStart: true } as const;
  const school = await db.school.findFirst({ select });
  if (school === null) throw new NotFound();
  const { timeZone, weekStart } = settings;
  if (school.timeZone === timeZone && school.weekStart === weekStart) return;
  const planned = await db.weekPlanWeek.findFirst({ select: { week: true } });
  if (planned !== null) throw new Refusal("zone-frozen");
}
