/** Why a job is not tried again: what happened, why, and what to do now. */
export const jobRefusals = {
  "job-already-done": "This is done by now, so there is nothing to try again. Reload the page.",
  "mail-not-failed": "This email is no longer among those that failed. Reload the page to see why.",
} as const;
