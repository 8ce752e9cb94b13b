import { describe, expect, it } from "vitest";
import { getSchoolSettings } from "@/lib/school/get-school-settings";
import { anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse } from "@/lib/testing/scheduling-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import type { SchoolContext } from "@/lib/school-context";
import type { SchoolSettings } from "@/lib/school/school.schema";
import { updateSchoolSettings } from "./update-school-settings";

async function schoolSettings() {
  const school = await aSchool();
  const ctx = contextOf(school, await anAdmin(school));
  const {
    currency: _currency,
    locale: _locale,
    frozen,
    ...settings
  } = await getSchoolSettings(ctx);
  return { school, ctx, settings, frozen };
}

const save = (ctx: SchoolContext, settings: SchoolSettings) =>
  updateSchoolSettings(ctx, { settings, basedOn: AS_IT_STANDS });

describe("the settings of a school", () => {
  it("begin with notice of 24 hours, no buffer, no gap, moves in the week, unbooked weeks left unbooked", async () => {
    const { settings } = await schoolSettings();
    expect(settings).toMatchObject({
      noticeHours: 24,
      bufferMinutes: 0,
      travelGapMinutes: 0,
      moveToOtherDays: false,
      unbookedPolicy: "LEAVE",
      placeholderText: "1-on-1 week",
    });
  });

  it("are changed for this school alone", async () => {
    const [mine, other] = [await schoolSettings(), await schoolSettings()];
    await save(mine.ctx, { ...mine.settings, noticeHours: 48, phone: "02 5550 9" });
    expect(await getSchoolSettings(mine.ctx)).toMatchObject({
      noticeHours: 48,
      phone: "02 5550 9",
    });
    expect(await getSchoolSettings(other.ctx)).toMatchObject(other.settings);
  });

  it("keep zone and week start frozen once a week plan exists", async () => {
    const { school, ctx, settings, frozen } = await schoolSettings();
    expect(frozen).toBe(false);
    await save(ctx, { ...settings, weekStart: 7, timeZone: "Australia/Perth" });
    await save(ctx, settings);
    await aHybridCourse(school);
    expect((await getSchoolSettings(ctx)).frozen).toBe(true);
    for (const change of [{ weekStart: 7 }, { timeZone: "Australia/Perth" }]) {
      const changing = save(ctx, { ...settings, ...change });
      await expect(changing).rejects.toMatchObject({ code: "zone-frozen" });
    }
    await save(ctx, { ...settings, placeholderText: "Solo week" });
    expect(await getSchoolSettings(ctx)).toMatchObject({ placeholderText: "Solo week" });
  });

  it("know only time zones that exist", async () => {
    const { ctx, settings } = await schoolSettings();
    await expect(save(ctx, { ...settings, timeZone: "Sydney" })).rejects.toMatchObject({
      code: "unknown-time-zone",
    });
  });
});
