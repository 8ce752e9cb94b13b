import type { WithdrawnInvitation } from "./find-withdrawn";

/** What is said of a change beside "saved": which invitations it withdrew, and the way to a new one. */
export function withdrawnWords(withdrawn: readonly WithdrawnInvitation[]): string | null {
  if (withdrawn.length === 0) return null;
  return withdrawn
    .map(({ email, invitable }) => {
      const again = invitable ? " Send a new one with “Invite”." : "";
      return `The invitation to ${email} was withdrawn.${again}`;
    })
    .join(" ");
}

/** The sentence of a change, with that of what it withdrew. */
export function withWithdrawn(said: string, withdrawn: readonly WithdrawnInvitation[]): string {
  return [said, withdrawnWords(withdrawn)].filter((words) => words !== null).join(" ");
}
