import Form from "next/form";
import type { Weekday } from "@/lib/time/day";
import { Button } from "../ui/button";
import { RadioCards } from "../ui/radio-cards";
import { STICKY_BUTTON } from "./sticky-button-class";

export type CommonTimeView = {
  value: string;
  weekday: Weekday;
  dayLabel: string;
  time: string;
  weeksFree: number;
};

type CommonTimePickerProps = {
  action: string;
  times: readonly CommonTimeView[];
  /** How many weeks are to be booked. */
  weeks: number;
};

/** The weekday and time that is wanted every week; the address keeps it. */
export function CommonTimePicker({ action, times, weeks }: CommonTimePickerProps) {
  return (
    <Form action={action} prefetch={false} className="grid gap-5">
      {[...Map.groupBy(times, ({ weekday }) => weekday)].map(([weekday, ofDay]) => (
        <RadioCards
          key={weekday}
          legend={ofDay[0]?.dayLabel ?? ""}
          name="same"
          layout="compact"
          options={ofDay.map(({ value, time, weeksFree }) => ({
            value,
            label: time,
            description: weeksFree === weeks ? "Every week" : `${weeksFree} of ${weeks} weeks`,
          }))}
        />
      ))}
      <div className={STICKY_BUTTON}>
        <Button type="submit" variant="accent" size="lg" block>
          Use this time every week
        </Button>
      </div>
    </Form>
  );
}
