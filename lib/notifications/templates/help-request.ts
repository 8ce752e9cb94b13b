import type { MailContent, MailSchool, MailTemplate } from "./mail-content";

export type HelpRequestProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  week: number;
  /** The family's own words. */
  message: string;
  deskUrl: string;
};

export const helpRequestMail: MailTemplate<HelpRequestProps> = {
  subject: ({ studentName, courseName, week }) =>
    `Help request: ${studentName}, ${courseName}, week ${week}`,
  content: helpRequestContent,
};

function helpRequestContent(props: HelpRequestProps): MailContent {
  const { studentName, courseName, week, message } = props;
  return {
    preview: message,
    heading: "A family needs help booking",
    greetingName: props.recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `The family of ${studentName} finds no time that suits them for week ${week} of ${courseName}, and writes:`,
      },
      { kind: "paragraph", text: `“${message}”` },
      { kind: "button", label: "Show the help requests", href: props.deskUrl },
    ],
  };
}
