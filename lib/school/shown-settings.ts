import type { Shown } from "@/lib/values/shown-record";
import type { SchoolSettings } from "./school.schema";

export type SettingsField = keyof SchoolSettings;

/** The settings as their form shows them; a ticked box is "on". */
export function settingsShown(settings: SchoolSettings): Shown<SettingsField> {
  return {
    name: settings.name,
    legalName: settings.legalName ?? "",
    email: settings.email ?? "",
    phone: settings.phone ?? "",
    address: settings.address ?? "",
    primaryColour: settings.primaryColour ?? "",
    accentColour: settings.accentColour ?? "",
    timeZone: settings.timeZone,
    weekStart: String(settings.weekStart),
    noticeHours: String(settings.noticeHours),
    bufferMinutes: String(settings.bufferMinutes),
    travelGapMinutes: String(settings.travelGapMinutes),
    moveToOtherDays: settings.moveToOtherDays ? "on" : "",
    unbookedPolicy: settings.unbookedPolicy,
    placeholderText: settings.placeholderText,
  };
}
