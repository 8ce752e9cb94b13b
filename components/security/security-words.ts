import type { SchoolSecurityKind, SecurityKind } from "@/lib/events/record-security-event";

/** What happened, said to whose sign-in it is. */
export const OWN_WORDS: Record<SecurityKind, string> = {
  SIGNED_IN: "Signed in",
  SIGN_IN_FAILED: "Wrong password entered",
  SIGN_IN_LIMITED: "Sign-in paused after too many wrong passwords",
  RESET_REQUESTED: "Link for a new password requested",
  RESET_DONE: "New password set with an emailed link",
  PASSWORD_CHANGED: "Password changed",
  SESSIONS_ENDED: "Signed out",
  ROLES_CHANGED: "Roles changed",
  MEMBERSHIP_ENDED: "Access ended",
  TOKEN_MADE: "API token created",
  TOKEN_REVOKED: "API token revoked",
  INVITATION_ACCEPTED: "Invitation accepted",
  INVITATION_WITHDRAWN: "Invitation withdrawn",
  ADDRESS_CHANGED: "Email address on file changed",
};

/** The same, said to the admins of a school. */
export const SCHOOL_WORDS: Record<SchoolSecurityKind, string> = {
  ROLES_CHANGED: "Roles changed",
  MEMBERSHIP_ENDED: "Access ended",
  TOKEN_MADE: "API token created",
  TOKEN_REVOKED: "API token revoked",
  INVITATION_ACCEPTED: "Invitation accepted",
  INVITATION_WITHDRAWN: "Invitation withdrawn",
  ADDRESS_CHANGED: "Email address changed",
};
