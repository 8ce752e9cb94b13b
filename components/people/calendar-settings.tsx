import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { SettingField } from "./setting-field";

const WEEK_STARTS = [
  { value: "1", label: "Monday" },
  { value: "7", label: "Sunday" },
  { value: "6", label: "Saturday" },
];

type CalendarSettingsProps = { field: SettingField; frozen: boolean };

/** Time zone and start of the week, until a week plan counts on them. */
export function CalendarSettings({ field, frozen }: CalendarSettingsProps) {
  const zone = field("timeZone");
  const weekStart = field("weekStart");
  if (frozen) {
    return (
      <Card title="Calendar">
        <input type="hidden" name={zone.name} value={zone.defaultValue} />
        <input type="hidden" name={weekStart.name} value={weekStart.defaultValue} />
        <p>
          {zone.defaultValue}, weeks begin on{" "}
          {WEEK_STARTS.find(({ value }) => value === weekStart.defaultValue)?.label ?? "Monday"}.
          That stays, because a course already has a week plan.
        </p>
      </Card>
    );
  }
  return (
    <Card title="Calendar">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField label="Time zone" hint="Such as Australia/Sydney." {...zone} />
        <SelectField label="Weeks begin on" options={WEEK_STARTS} {...weekStart} />
      </div>
    </Card>
  );
}
