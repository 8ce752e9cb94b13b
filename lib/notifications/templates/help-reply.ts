import type { MailContent, MailSchool, MailTemplate } from "./mail-content";

export type HelpReplyProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  week: number;
  /** The family's own words; null where the request was made for them. */
  message: string | null;
  reply: string;
  familyUrl: string;
};

export const helpReplyMail: MailTemplate<HelpReplyProps> = {
  subject: ({ studentName, courseName, week }) =>
    `Reply from the school: ${studentName}, ${courseName}, week ${week}`,
  content: helpReplyContent,
};

function helpReplyContent(props: HelpReplyProps): MailContent {
  const { studentName, courseName, week, message, reply } = props;
  const asked = `You asked for help with week ${week} of ${courseName} for ${studentName}`;
  return {
    preview: reply,
    heading: "The school has replied",
    greetingName: props.recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: message === null ? `${asked}.` : `${asked}: “${message}”`,
      },
      { kind: "paragraph", text: `The school replied: “${reply}”` },
      { kind: "button", label: "Open bookings", href: props.familyUrl },
    ],
  };
}
