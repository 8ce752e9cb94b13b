import { render } from "react-email";
import type { MailSchool, MailTemplate } from "./mail-content";
import { mailText } from "./mail-text";
import { SchoolMail } from "./school-mail";

export type RenderedMail = { subject: string; html: string; text: string };

/** Subject, HTML and plain text of a mail. The same props give the same bytes, always. */
export async function renderMail<Props extends { school: MailSchool }>(
  template: MailTemplate<Props>,
  props: Props,
): Promise<RenderedMail> {
  const content = template.content(props);
  return {
    subject: template
      .subject(props)
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
    html: await render(<SchoolMail school={props.school} content={content} />),
    text: mailText(props.school, content),
  };
}
