import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
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
  try {
    await inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx);
      await db.school.updateMany({ data: settings });
      const entry = { subjectId: ctx.schoolId, data: settings };
      await recordAudit(db, ctx, { action: "school/settings.changed", ...entry });
    });
  } catch (error) {
    if (brokenRuleOf(error)?.constraint === "school_zone_frozen") throw new Refusal("zone-frozen");
    throw error;
  }
}
