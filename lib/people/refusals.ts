/** Why a change of people is refused: what happened, why, and what to do now. */
export const peopleRefusals = {
  "family-needs-one-primary":
    "A family has exactly one primary guardian. Make somebody else the primary guardian first.",
  "changed-meanwhile":
    "{change}, after you opened this page. What you typed is kept, and nothing of it is saved yet.",
  "already-guardian": "This person is already a guardian of the family.",
  "already-student": "This person is already a student.",
  "already-teacher": "This person is already a teacher.",
  "still-enrolled":
    "This student is still enrolled. End the enrolments first, then archive the student.",
  "person-known":
    "The school knows somebody of this name or email address: {names}. Say below who it is.",
} as const;
