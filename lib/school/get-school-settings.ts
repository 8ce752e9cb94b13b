import { inSchool } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { SchoolSettings } from "./school.schema";

export type SchoolSettingsView = SchoolSettings & {
  currency: string;
  locale: string;
  /** Whether a week plan exists: time zone and week start no longer change then. */
  frozen: boolean;
};

const COLUMNS = {
  name: true,
  legalName: true,
  email: true,
  phone: true,
  address: true,
  primaryColour: true,
  accentColour: true,
  timeZone: true,
  weekStart: true,
  noticeHours: true,
  bufferMinutes: true,
  travelGapMinutes: true,
  moveToOtherDays: true,
  unbookedPolicy: true,
  placeholderText: true,
  currency: true,
  locale: true,
} as const;

export async function getSchoolSettings(ctx: SchoolContext): Promise<SchoolSettingsView> {
  return inSchool(ctx, async (db) => {
    const school = await db.school.findFirst({ select: COLUMNS });
    if (school === null) throw new NotFound();
    const plan = await db.weekPlanWeek.findFirst({ select: { week: true } });
    return { ...school, frozen: plan !== null };
  });
}
