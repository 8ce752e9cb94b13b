import type { PersonId, SchoolId, UserId } from "./ids";
import type { Weekday } from "./time/day";
import type { Instant } from "./time/instant";
import type { TimeZone } from "./time/zone";

export type Role = "ADMIN" | "TEACHER" | "PARENT" | "STUDENT";

export type SchoolFacts = {
  id: SchoolId;
  slug: string;
  name: string;
  timeZone: TimeZone;
  currency: string;
  locale: string;
  weekStart: Weekday;
  phone: string | null;
  email: string | null;
  primaryColour: string | null;
  accentColour: string | null;
  logoUrl: string | null;
};

export type MemberActor = {
  kind: "member";
  userId: UserId;
  personId: PersonId;
  roles: readonly Role[];
  displayName: string;
};

export type Actor = MemberActor | { kind: "system" };

declare const minted: unique symbol;

type ContextFacts = {
  schoolId: SchoolId;
  school: SchoolFacts;
  actor: Actor;
  now: Instant;
  requestId: string;
};

/** Who acts, in which school, when. Having one proves that lib/auth has checked the membership. */
export type SchoolContext = Readonly<ContextFacts> & { readonly [minted]: true };

/** For lib/auth alone (an import rule holds that). */
export function mintSchoolContext(facts: ContextFacts): SchoolContext {
  return Object.freeze({ ...facts }) as SchoolContext;
}
