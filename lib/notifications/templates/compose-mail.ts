import type { MailContent, MailSchool, MailTemplate } from "./mail-content";

/** A mail in words, before it is laid out. */
export type ComposedMail = { school: MailSchool; subject: string; content: MailContent };

export function composeMail<Props extends { school: MailSchool }>(
  template: MailTemplate<Props>,
  props: Props,
): ComposedMail {
  return {
    school: props.school,
    subject: template
      .subject(props)
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
    content: template.content(props),
  };
}
