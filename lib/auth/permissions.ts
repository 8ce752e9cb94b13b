import type { Actor, Role } from "@/lib/school-context";

const ROLES_OF = {
  member: ["ADMIN", "TEACHER", "PARENT", "STUDENT"],
  "school:read": ["ADMIN", "TEACHER"],
  "school:write": ["ADMIN"],
  "schedule:read": ["ADMIN", "TEACHER"],
  "schedule:write": ["ADMIN"],
  "people:read": ["ADMIN", "TEACHER"],
  "people:write": ["ADMIN"],
  "booking:read": ["ADMIN", "PARENT", "STUDENT"],
  "booking:write": ["ADMIN", "PARENT"],
  "booking:override": ["ADMIN"],
  "roll:write": ["ADMIN", "TEACHER"],
  "family:area": ["PARENT"],
  "student:area": ["STUDENT"],
} as const satisfies Record<string, readonly Role[]>;

/** What a page, action or route may be opened for. Whose rows are seen is the reach, in the query. */
export type Permission = keyof typeof ROLES_OF;

export function rolesMay(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = ROLES_OF[permission];
  return roles.some((role) => holders.includes(role));
}

/**
 * In an area somebody acts as what the area is for, whatever else they are: an admin at home is a
 * parent, with a parent's reach and rules. Anywhere else all roles count.
 */
export function rolesActing(roles: readonly Role[], permission: Permission): readonly Role[] {
  return permission.endsWith(":area")
    ? roles.filter((role) => rolesMay([role], permission))
    : roles;
}

/** A job of the program itself may do everything; a member what one of their roles may. */
export function actorMay(actor: Actor, permission: Permission): boolean {
  return actor.kind === "system" || rolesMay(actor.roles, permission);
}

export type Area = "admin" | "teach" | "family" | "student";

const AREA_OF: readonly (readonly [Role, Area])[] = [
  ["ADMIN", "admin"],
  ["TEACHER", "teach"],
  ["PARENT", "family"],
  ["STUDENT", "student"],
];

/** The areas of a school that somebody with these roles has, the widest first. */
export function areasOf(roles: readonly Role[]): Area[] {
  return AREA_OF.filter(([role]) => roles.includes(role)).map(([, area]) => area);
}

/** Whether an address below the school's ("family/bookings/1?a=b") is in an area of somebody with these roles. */
export function isInOwnArea(path: string, roles: readonly Role[]): boolean {
  const [area] = path.split(/[/?#]/);
  return areasOf(roles).some((own) => own === area);
}
