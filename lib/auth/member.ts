import { callAsSystem } from "@/lib/db/call";
import { isoFromInstant, type Instant } from "@/lib/time/instant";
import {
  mintSchoolContext,
  type MemberActor,
  type SchoolContext,
  type SchoolFacts,
} from "@/lib/school-context";
import { tokenHash } from "@/lib/link-token";
import { noteMember } from "@/lib/watching/request-trail";
import type { SessionToken } from "./session-token";

/** What `member_of_school` answers (prisma/migrations). */
export type Member = Omit<MemberActor, "kind"> & { school: SchoolFacts };

/** Anything else is no school's name and does not reach the database. */
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

type Moment = { now: Instant; requestId: string };

/** The present membership behind a session; null when it has ended, or is none of this school. */
export async function memberOfSession(session: SessionToken, slug: string): Promise<Member | null> {
  if (!SLUG.test(slug)) return null;
  const args = [session.userId, session.sessionVersion, slug];
  return (await callAsSystem("member_of_school", args)) as Member | null;
}

/** The present membership behind an API token of this school. */
export async function memberOfToken(
  token: string,
  slug: string,
  now: Instant,
): Promise<Member | null> {
  if (!SLUG.test(slug)) return null;
  const args = [tokenHash(token), slug, isoFromInstant(now)];
  return (await callAsSystem("member_of_token", args)) as Member | null;
}

export function contextOfMember(member: Member, moment: Moment): SchoolContext {
  const { school, ...person } = member;
  noteMember({ schoolId: school.id, personId: person.personId });
  return mintSchoolContext({
    schoolId: school.id,
    school,
    actor: { kind: "member", ...person },
    ...moment,
  });
}
