import type { MailSchool, MailTemplate } from "./mail-content";

export type PasswordResetProps = {
  /** A school of the person, or `PLATFORM_SENDER`. */
  school: MailSchool;
  recipientName: string | null;
  resetUrl: string;
};

export const passwordResetMail: MailTemplate<PasswordResetProps> = {
  subject: ({ school }) => `Choose a new password for ${school.name}`,
  content: ({ recipientName, resetUrl }) => ({
    preview: "The link works once, for one hour",
    heading: "Choose a new password",
    greetingName: recipientName,
    blocks: [
      { kind: "paragraph", text: "Someone, we hope you, asked for a new password." },
      { kind: "button", label: "Choose a new password", href: resetUrl },
      {
        kind: "note",
        text: "The link works once, for one hour. With the new password you are signed out everywhere else.",
      },
      {
        kind: "note",
        text: "Was it not you? Then do nothing: your password stays as it is. Never pass this link on.",
      },
    ],
  }),
};
