import type { Day } from "@/lib/time/day";

/** From the first to the last day, both included; `endsOn` null means as long as the course runs. */
export type EnrolmentDates = { startsOn: Day; endsOn: Day | null };

export function isEnrolledOn(enrolment: EnrolmentDates, day: Day): boolean {
  return enrolment.startsOn <= day && (enrolment.endsOn === null || day <= enrolment.endsOn);
}

/** The largest number of them on any one day of the dates. */
export function mostAtOnce(enrolments: readonly EnrolmentDates[], dates: EnrolmentDates): number {
  const starts = enrolments.map((one) => one.startsOn).filter((day) => isEnrolledOn(dates, day));
  const countOn = (day: Day) => enrolments.filter((one) => isEnrolledOn(one, day)).length;
  return Math.max(...[dates.startsOn, ...starts].map(countOn));
}

/** Those that run on a day or begin later. */
export function stillEnrolled<E extends EnrolmentDates>(enrolments: readonly E[], day: Day): E[] {
  return enrolments.filter(({ endsOn }) => endsOn === null || endsOn >= day);
}
