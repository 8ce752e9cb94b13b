import type { Role } from "@/lib/school-context";

/** Whose calendar it is: everybody's, what the reader teaches, their children's, their own as a student. */
export const CALENDAR_OWNERS = ["school", "teacher", "family", "student"] as const;

export type CalendarOwner = (typeof CALENDAR_OWNERS)[number];

const ROLES_OF: Record<CalendarOwner, readonly Role[]> = {
  school: ["ADMIN", "TEACHER"],
  teacher: ["TEACHER"],
  family: ["PARENT"],
  student: ["STUDENT"],
};

export function mayReadCalendar(roles: readonly Role[], owner: CalendarOwner): boolean {
  return roles.some((role) => ROLES_OF[owner].includes(role));
}

/** The widest calendar that somebody with these roles has. */
export function widestCalendar(roles: readonly Role[]): CalendarOwner | null {
  return CALENDAR_OWNERS.find((owner) => mayReadCalendar(roles, owner)) ?? null;
}
