import type { SchoolFacts } from "@/lib/school-context";

/** In whose name a mail is: what is shown of the school, and how it writes days and times. */
export type MailSchool = Pick<
  SchoolFacts,
  "name" | "timeZone" | "locale" | "phone" | "email" | "primaryColour" | "accentColour" | "logoUrl"
> & { address?: string | null };

/** A line of a card: what it is ("Teacher") and its value. */
export type MailFact = { label: string; value: string };

/** One part of a mail; HTML and plain text are both made from these. */
export type MailBlock =
  | { kind: "paragraph"; text: string }
  | {
      kind: "card";
      title: string;
      facts: readonly MailFact[];
      link?: { label: string; href: string };
      /** A lesson that is no longer to be: its title is struck out. */
      over?: boolean;
      label?: string;
    }
  | { kind: "button"; label: string; href: string }
  | { kind: "note"; text: string };

export type MailContent = {
  /** What a mail program shows beside the subject. */
  preview: string;
  heading: string;
  greetingName: string | null;
  blocks: readonly MailBlock[];
  /** Where a reader turns this kind of mail off; missing where nobody can. */
  stopUrl?: string;
};

/** A kind of mail: typed facts in, the subject and the content out. */
export type MailTemplate<Props extends { school: MailSchool }> = {
  subject: (props: Props) => string;
  content: (props: Props) => MailContent;
};
