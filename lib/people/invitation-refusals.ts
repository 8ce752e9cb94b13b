/** Why somebody cannot be invited, or lose or change a role: what happened, why, what to do now. */
export const invitationRefusals = {
  "person-without-email":
    "There is no valid email address for this person. Add one to their contact data, then invite them.",
  "already-member":
    "This person signs in here already, as all that they are. There is nothing to invite them to.",
  "no-role-to-invite-for":
    "This person is no guardian with sign-in, teacher or student here. Make them one first, then invite them.",
  "school-address-taken": "Another school has this address already. Choose another one.",
} as const;
