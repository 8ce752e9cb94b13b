import type { Instant } from "@/lib/time/instant";
import { longTime } from "./lesson-words";
import type { MailSchool, MailTemplate } from "./mail-content";
import { zoneName } from "./zone-name";

export type PasswordChangedProps = {
  /** A school of the person, or `PLATFORM_SENDER`; the time is told in its zone. */
  school: MailSchool;
  recipientName: string | null;
  changedAt: Instant;
  /** Where a new password can be asked for. */
  forgotPasswordUrl: string;
};

export const passwordChangedMail: MailTemplate<PasswordChangedProps> = {
  subject: ({ school }) => `Your password for ${school.name} was changed`,
  content: ({ school, recipientName, changedAt, forgotPasswordUrl }) => ({
    preview: "If it was you, all is well",
    heading: "Your password was changed",
    greetingName: recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `It was changed on ${longTime(changedAt, school)} (${zoneName(school)}), and you were signed out everywhere else.`,
      },
      { kind: "paragraph", text: "If it was you, there is nothing to do." },
      { kind: "paragraph", text: "If not, choose a new password now:" },
      { kind: "button", label: "Choose a new password", href: forgotPasswordUrl },
    ],
  }),
};
