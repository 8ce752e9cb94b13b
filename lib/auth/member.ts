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

/** What `member_of_session` answers (prisma/migrations). */
export type Member = Omit<MemberActor, "kind"> & { school: SchoolFacts };

/** Anything else is no school's name and does not reach the database. */
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

type Moment = { now: Instant; requestId: string };

/** The present membership behind a session; null when it has ended, or is none of this school. */
export async function memberOfSession(
  { sessionId, userId, sessionVersion }: SessionToken,
  slug: string,
  now: Instant,
): Promise<Member | null> {
  if (!SLUG.test(slug)) return null;
  const args = [sessionId, userId, sessionVersion, slug, isoFromInstant(now)];
  return (await callAsSystem("member_of_session", args)) as Member | null;
}

/** What a token may do: look, or everything its person may. */
export type ApiTokenScope = "READ" | "WRITE";

/** The present membership behind an API token of this school. */
export async function memberOfToken(
  token: string,
  slug: string,
  now: Instant,
): Promise<(Member & { token: { scope: ApiTokenScope } }) | null> {
  if (!SLUG.test(slug)) return null;
  const args = [tokenHash(token), slug, isoFromInstant(now)];
  const found = await callAsSystem("member_of_token", args);
  return found as (Member & { token: { scope: ApiTokenScope } }) | null;
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
