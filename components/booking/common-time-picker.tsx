import Form from "next/form";
import type { CommonTime } from "@/lib/booking/common-times";
import type { Weekday } from "@/lib/time/day";
import { Button } from "../ui/button";
import { RadioCards } from "../ui/radio-cards";

export type CommonTimeView = CommonTime & { value: string; dayLabel: string; timeLabel: string };

type CommonTimePickerProps = {
  action: string;
  times: readonly CommonTimeView[];
  weeks: number;
  chosen: string | undefined;
};

/** The weekday and time that is wanted every week; the address keeps it. */
export function CommonTimePicker({ action, times, weeks, chosen }: CommonTimePickerProps) {
  const byDay = Map.groupBy(times, ({ weekday }): Weekday => weekday);
  return (
    <Form action={action} prefetch={false} className="grid gap-5">
      {[...byDay].map(([weekday, ofDay]) => (
        <RadioCards
          key={weekday}
          legend={ofDay[0]?.dayLabel ?? ""}
          name="same"
          layout="compact"
          defaultValue={chosen}
          options={ofDay.map((time) => ({
            value: time.value,
            label: time.timeLabel,
            description:
              time.weeksFree === weeks ? "Free every week" : `Free in ${time.weeksFree} of ${weeks}`,
          }))}
        />
      ))}
      <Button type="submit" variant="primary" size="lg" block>
        Use this time every week
      </Button>
    </Form>
  );
}
