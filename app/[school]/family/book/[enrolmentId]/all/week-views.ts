import type { CommonTimeView } from "@/components/booking/common-time-picker";
import { slotView, weekDates } from "@/components/booking/lesson-words";
import type { ChoosableWeek } from "@/components/booking/week-choice";
import { commonTimes } from "@/lib/booking/slots/common-times";
import type { PickerFacts } from "@/lib/booking/slots/get-slot-picker";
import { nearestSlots } from "@/lib/booking/slots/nearest-slots";
import type { AllWeeks } from "@/lib/booking/slots/plan-all-weeks";
import type { SchoolFacts } from "@/lib/school-context";
import type { Weekday } from "@/lib/time/day";
import { formatDay, formatTime } from "@/lib/time/format";
import { parseWallTime, type WallTime } from "@/lib/time/wall-time";
import { dayAt } from "@/lib/time/zone";
import type { Search } from "../../../found";

const OTHERS = 4;

/** "1-16:00" in the address: Mondays at four. */
export function wantedOf(value: Search[string]): { weekday: Weekday; time: WallTime } | null {
  const [, weekday, text] = /^([1-7])-(\d\d:\d\d)$/.exec(String(value)) ?? [];
  const time = parseWallTime(text ?? "");
  return time === null ? null : { weekday: Number(weekday) as Weekday, time };
}

export function commonTimeViews(school: SchoolFacts, { weeks }: AllWeeks): CommonTimeView[] {
  const { timeZone, locale } = school;
  return commonTimes(weeks).map(({ weekday, time, weeksFree, firstAt }) => ({
    value: `${weekday}-${time}`,
    weekday,
    dayLabel: formatDay(dayAt(firstAt, timeZone), locale, "weekday"),
    time: formatTime(firstAt, timeZone, locale),
    weeksFree,
  }));
}

/** The weeks still to book, each with the wanted time or the nearest free ones. */
export function choosableWeeks(
  school: SchoolFacts,
  plan: AllWeeks,
  picker: PickerFacts,
): ChoosableWeek[] {
  return plan.choices.flatMap((choice): ChoosableWeek[] => {
    const dates = picker.weeks.find(({ week }) => week === choice.week);
    if (choice.result === "already-booked" || dates === undefined) return [];
    const view = { week: choice.week, dates: weekDates(school, dates) };
    if (choice.result === "clash") {
      const others = choice.alternatives.map((slot) => slotView(school, slot));
      const problem = others.length > 0 ? "That time is taken. The nearest free ones:" : undefined;
      return [{ ...view, wanted: null, others, problem }];
    }
    const { slot } = choice;
    const free = plan.weeks.find(({ week }) => week === choice.week)?.slots ?? [];
    const others = free.filter(({ startsAt }) => startsAt !== slot.startsAt);
    return [
      {
        ...view,
        wanted: slotView(school, slot),
        others: nearestSlots(others, slot.startsAt, OTHERS).map((one) => slotView(school, one)),
      },
    ];
  });
}
