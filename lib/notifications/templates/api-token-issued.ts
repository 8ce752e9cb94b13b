import type { Instant } from "@/lib/time/instant";
import { longTime } from "./lesson-words";
import type { MailSchool, MailTemplate } from "./mail-content";
import { zoneName } from "./zone-name";

export type ApiTokenIssuedProps = {
  /** The school that the token is for; the time is told in its zone. */
  school: MailSchool;
  recipientName: string | null;
  /** What its maker called it. */
  tokenName: string;
  scope: "READ" | "WRITE";
  issuedAt: Instant;
  /** Where it can be revoked. */
  accountUrl: string;
};

export const apiTokenIssuedMail: MailTemplate<ApiTokenIssuedProps> = {
  subject: ({ school }) => `An API token for ${school.name} was made`,
  content: ({ school, recipientName, tokenName, scope, issuedAt, accountUrl }) => ({
    preview: "If it was you, all is well",
    heading: "An API token was made",
    greetingName: recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `“${tokenName}” was made on ${longTime(issuedAt, school)} (${zoneName(school)}). Whoever has it can ${scope === "READ" ? "read" : "read and change"} at ${school.name} what you can.`,
      },
      { kind: "paragraph", text: "If it was you, there is nothing to do." },
      {
        kind: "paragraph",
        text: "If not, revoke it on your account page and choose a new password, which ends every token:",
      },
      { kind: "button", label: "Open your account", href: accountUrl },
    ],
  }),
};
