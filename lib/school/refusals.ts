/** Why a change of the school's settings is refused: what happened, why, and what to do now. */
export const schoolRefusals = {
  "zone-frozen":
    "Time zone and start of the week stay as they are: a course already has a week plan that counts on them.",
  "unknown-time-zone": "That time zone is not known. Choose one from the list.",
} as const;
