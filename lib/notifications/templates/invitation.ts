import type { Role } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { longTime, namesInWords, reachSchool } from "./lesson-words";
import type { MailContent, MailSchool, MailTemplate } from "./mail-content";

export type InvitationProps = {
  school: MailSchool;
  recipientName: string | null;
  role: Role;
  /** The children of an invited parent. */
  studentNames: readonly string[];
  acceptUrl: string;
  expiresAt: Instant;
};

export const invitationMail: MailTemplate<InvitationProps> = {
  subject: ({ school }) => `Your invitation to ${school.name}`,
  content: invitationContent,
};

function invitationContent(props: InvitationProps): MailContent {
  const { school, acceptUrl, expiresAt } = props;
  return {
    preview: `Set your password and sign in to ${school.name}`,
    heading: `Welcome to ${school.name}`,
    greetingName: props.recipientName,
    blocks: [
      { kind: "paragraph", text: purpose(props) },
      { kind: "paragraph", text: "Choose a password and you are in. It takes a minute." },
      { kind: "button", label: "Accept the invitation", href: acceptUrl },
      {
        kind: "note",
        text: `The link is for you alone and works once, until ${longTime(expiresAt, school)}.`,
      },
      {
        kind: "note",
        text: `Did you not expect this? Then do nothing, or ${reachSchool(school)}.`,
      },
    ],
  };
}

function purpose({ school, role, studentNames }: InvitationProps): string {
  switch (role) {
    case "ADMIN":
      return `You have been invited to run ${school.name}: its terms, courses, people and bookings.`;
    case "TEACHER":
      return `You have been invited as a teacher, to see your lessons and the calendar of ${school.name}.`;
    case "STUDENT":
      return `You have been invited to see your lessons at ${school.name}.`;
    case "PARENT":
      return studentNames.length === 0
        ? "You have been invited to see your family’s lessons and to book individual lessons."
        : `You have been invited to see the lessons of ${namesInWords(studentNames)} and to book individual lessons.`;
  }
}
