import { afterCommit } from "@/lib/db/after-commit";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { trailNow } from "@/lib/watching/request-trail";

/** Of a sign-in alone: nobody but its owner reads them. */
type OwnSecurityKind =
  | "SIGNED_IN"
  | "SIGN_IN_FAILED"
  | "SIGN_IN_LIMITED"
  | "RESET_REQUESTED"
  | "RESET_DONE"
  | "PASSWORD_CHANGED"
  | "SESSIONS_ENDED";

/** Of a person in a school: its admins read them, too. INVITATION_WITHDRAWN is kept by `withdraw_invitations`. */
export type SchoolSecurityKind =
  | "ROLES_CHANGED"
  | "MEMBERSHIP_ENDED"
  | "TOKEN_MADE"
  | "TOKEN_REVOKED"
  | "INVITATION_ACCEPTED"
  | "INVITATION_WITHDRAWN"
  | "ADDRESS_CHANGED";

export type SecurityKind = OwnSecurityKind | SchoolSecurityKind;

type SecurityHappening =
  | {
      kind: OwnSecurityKind;
      userId: string;
      /** In the few words of `deviceName`: what tells an own sign-in from a foreign one. */
      device?: string | null;
    }
  | {
      kind: SchoolSecurityKind;
      schoolId: string;
      /** Whose way in it is. */
      personId: string;
      /** Their sign-in, where they have one. */
      userId: string | null;
      /** The person of the school who did it; null where it was nobody of the school. */
      actorId: string | null;
    };

/** The handle of either role. */
type AnyDb = { $executeRaw(sql: TemplateStringsArray, ...values: unknown[]): Promise<number> };

/**
 * Adds one row in the transaction of the happening, and one line to the log once that is saved. Both
 * hold ids and nothing that says who somebody is: no address, no name, and in the log no device.
 */
export async function recordSecurityEvent(
  db: AnyDb,
  happening: SecurityHappening,
  now: Instant,
): Promise<void> {
  const { kind, userId } = happening;
  const place = placeOf(happening);
  const device = "device" in happening ? (happening.device ?? null) : null;
  await db.$executeRaw`
    INSERT INTO security_event (id, kind, at, user_id, school_id, person_id, actor_id, device, request_id)
    VALUES (${newId()}::uuid, ${kind}::security_event_kind, ${dateFromInstant(now)}, ${userId}::uuid,
            ${place.schoolId}::uuid, ${place.personId}::uuid, ${place.actorId}::uuid, ${device},
            ${trailNow()?.requestId ?? null})`;
  afterCommit(db, () => log.info({ kind, userId, ...place }, "security event"));
}

function placeOf(happening: SecurityHappening) {
  if (!("schoolId" in happening)) return { schoolId: null, personId: null, actorId: null };
  const { schoolId, personId, actorId } = happening;
  return { schoolId, personId, actorId };
}
