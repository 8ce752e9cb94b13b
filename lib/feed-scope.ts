import type { Role } from "./school-context";

/** What a subscribed calendar holds: everybody's lessons, those one teaches, one's children's, one's own. */
export type FeedScope = "SCHOOL" | "TEACHER" | "FAMILY" | "STUDENT";

const READERS: Record<FeedScope, readonly Role[]> = {
  SCHOOL: ["ADMIN", "TEACHER"],
  TEACHER: ["TEACHER"],
  FAMILY: ["PARENT"],
  STUDENT: ["STUDENT"],
};

/** The roles in which somebody reads such a calendar, and acts in it; none: it does not exist for them. */
export function rolesReading(scope: FeedScope, roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => READERS[scope].includes(role));
}
