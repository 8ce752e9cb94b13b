import type { Role } from "./school-context";

/** What gives a person each role but ADMIN, as columns to read of them. */
export const ROLE_GROUND = {
  teacher: { select: { archivedAt: true } },
  student: { select: { archivedAt: true } },
  guardians: { where: { kind: { not: "EMERGENCY" } }, select: { familyId: true }, take: 1 },
} as const;

type RoleGround = {
  teacher: { archivedAt: Date | null } | null;
  student: { archivedAt: Date | null } | null;
  guardians: readonly unknown[];
};

/** The roles of a person by what they are in the school at present. An emergency contact is data only. */
export function rolesOf({ teacher, student, guardians }: RoleGround): Role[] {
  const roles: Role[] = [];
  if (teacher?.archivedAt === null) roles.push("TEACHER");
  if (guardians.length > 0) roles.push("PARENT");
  if (student?.archivedAt === null) roles.push("STUDENT");
  return roles;
}
