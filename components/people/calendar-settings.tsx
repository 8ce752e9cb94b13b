import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { WEEK_STARTS, type SettingField } from "./setting-field";

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
        <TextField hint="Such as Australia/Sydney." {...zone} />
        <SelectField options={WEEK_STARTS} {...weekStart} />
      </div>
    </Card>
  );
}
