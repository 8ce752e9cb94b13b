import type { PersonId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";

/**
 * Whose individual data an actor reaches (product rules, section 2): admins and the system the whole
 * school, guardians their own children, students themselves; of two roles the larger reach.
 */
export type Reach =
  | { kind: "school" }
  | { kind: "guardian"; personId: PersonId }
  | { kind: "student"; personId: PersonId }
  | { kind: "none" };

export function reachOf(ctx: SchoolContext): Reach {
  const { actor } = ctx;
  if (actor.kind === "system" || actor.roles.includes("ADMIN")) return { kind: "school" };
  if (actor.roles.includes("PARENT")) return { kind: "guardian", personId: actor.personId };
  if (actor.roles.includes("STUDENT")) return { kind: "student", personId: actor.personId };
  return { kind: "none" };
}

/** The students an actor reaches, as a `where` on the student. Emergency contacts are data only. */
export function studentsInReach(reach: Reach) {
  switch (reach.kind) {
    case "school":
      return {};
    case "guardian":
      return {
        family: {
          guardians: { some: { personId: reach.personId, kind: { not: "EMERGENCY" as const } } },
        },
      };
    case "student":
      return { id: reach.personId as string };
    case "none":
      return { id: { in: [] as string[] } };
  }
}
