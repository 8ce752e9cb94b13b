/** Why an account or its session refuses: what happened, why, what to do now. */
export const accountRefusals = {
  "signed-out": "You are signed out. Sign in again, then send this once more.",
  "foreign-origin": "This was not sent from our own page. Reload the page and try again.",
  "invalid-input": "Something is missing or not right. Look at the marked fields.",
  "wrong-credentials":
    "That email address and password do not go together. Check both, or choose a new password.",
  "too-many-attempts":
    "Too many wrong passwords. Wait {wait}, then try again, or choose a new password.",
  "only-reset-link":
    'There were too many wrong passwords for this account today. Choose "Forgot your password?" to get a link by email, or sign in on a device that you have used before.',
  "too-many-requests": "Too many requests from this place. Wait {wait}, then try again.",
  "wrong-password": "That is not your current password. Type it again.",
  "weak-password": "That password is too easy to guess. {reason}",
  "passwords-differ": "The two passwords are not the same. Type them again.",
  "link-spent":
    "This link has been used or is too old. Ask for a new one; only the newest link works.",
  "account-exists":
    "There is already a sign-in with this email address. Enter its password to add this school.",
  "already-member-as-other":
    "This sign-in already belongs to somebody else at this school. Ask the school to invite another email address.",
  "too-many-tokens":
    "You have {most} API tokens, or made as many today. Revoke those that nobody uses, or try again tomorrow.",
  "last-admin": "Nobody would be left to run the school. Make somebody else an admin first.",
  "no-role": "Choose at least one role, or end the membership.",
  "same-moment":
    "The same was changed in the same moment, so nothing of this was saved. Reload the page to see it, then try again if it is still needed.",
  unexpected:
    "Something went wrong on our side. Please try again. If it happens again, quote this reference: {id}",
} as const;
