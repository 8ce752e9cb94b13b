import type { Day } from "@/lib/time/day";

/** From the first to the last day, both included; `endsOn` null means as long as the course runs. */
export type EnrolmentDates = { startsOn: Day; endsOn: Day | null };

export function isEnrolledOn(enrolment: EnrolmentDates, day: Day): boolean {
  return enrolment.startsOn <= day && (enrolment.endsOn === null || day <= enrolment.endsOn);
}
