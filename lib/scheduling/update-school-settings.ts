import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { SchoolSettings } from "@/lib/school/school.schema";
import { settingsShown, type SettingsField } from "@/lib/school/shown-settings";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { isTimeZone } from "@/lib/time/zone";
import { beginScheduleChange } from "./begin-schedule-change";

type SettingsChange = { settings: SchoolSettings; basedOn: BasedOn<SettingsField> };

const action = "school/settings.changed";

/**
 * Contact, branding and policies of the school. Policies bind every booking decided after this.
 * Throws `Refusal("zone-frozen")` when a week plan exists and time zone or week start would change, and
 * `Refusal("changed-meanwhile")`.
 */
export async function updateSchoolSettings(
  ctx: SchoolContext,
  { settings, basedOn }: SettingsChange,
): Promise<SaveOutcome<SettingsField>> {
  if (!isTimeZone(settings.timeZone)) throw new Refusal("unknown-time-zone");
  const subjectId = ctx.schoolId;
  return inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const school = await db.school.findFirst();
    if (school === null) throw new NotFound();
    const save = { basedOn, present: settingsShown(school), wanted: settingsShown(settings) };
    const saved = await settleSave(db, ctx, { ...save, subjectId, actions: [action] });
    if (saved.outcome === "unchanged") return saved;
    await refuseFrozen(db, school, settings);
    await db.school.updateMany({ data: settings });
    await recordAudit(db, ctx, { action, subjectId, data: settings });
    return saved;
  });
}

type Calendar = Pick<SchoolSettings, "timeZone" | "weekStart">;

async function refuseFrozen(db: Db, before: Calendar, after: Calendar): Promise<void> {
  if (before.timeZone === after.timeZone && before.weekStart === after.weekStart) return;
  const planned = await db.weekPlanWeek.findFirst({ select: { week: true } });
  if (planned !== null) throw new Refusal("zone-frozen");
}
