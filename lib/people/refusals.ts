/** Why a change of people is refused: what happened, why, and what to do now. */
export const peopleRefusals = {
  "family-needs-one-primary":
    "A family has exactly one primary guardian. Make somebody else the primary guardian first.",
  "already-guardian": "This person is already a guardian of the family.",
  "already-student": "This person is already a student.",
  "still-enrolled":
    "This student is still enrolled. End the enrolments first, then archive the student.",
  "person-known":
    "The school knows somebody with this e-mail address: {names}. Say below whether it is the same person.",
} as const;
