/** Why a choice about mail is refused: what happened, why, and what to do now. */
export const notificationRefusals = {
  "unsubscribe-link-broken":
    "This link does not work: part of it may be missing. Open it from the mail once more.",
} as const;
