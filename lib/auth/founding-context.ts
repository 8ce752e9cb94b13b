import { newId, type SchoolId } from "@/lib/ids";
import type { SchoolContext, SchoolFacts } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { contextOfSystem } from "./system-context";

type NewSchool = Pick<SchoolFacts, "slug" | "name" | "timeZone" | "currency" | "locale"> &
  Partial<Omit<SchoolFacts, "id">>;

/** The context in which a school that does not exist yet is founded (`createSchool`): for scripts and seeds. */
export function foundingContext(school: NewSchool, now: Instant): SchoolContext {
  const blank = {
    phone: null,
    email: null,
    primaryColour: null,
    accentColour: null,
    logoUrl: null,
  };
  const id = newId<SchoolId>();
  return contextOfSystem({ ...blank, weekStart: 1, ...school, id }, { now });
}
