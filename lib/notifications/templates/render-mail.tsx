import { render } from "react-email";
import type { ComposedMail } from "./compose-mail";
import { mailText } from "./mail-text";
import { SchoolMail } from "./school-mail";

export type RenderedMail = { subject: string; html: string; text: string };

/** Subject, HTML and plain text of a mail. The same words give the same bytes, always. */
export async function renderMail({
  school,
  subject,
  content,
}: ComposedMail): Promise<RenderedMail> {
  return {
    subject,
    html: await render(<SchoolMail school={school} content={content} />),
    text: mailText(school, content),
  };
}
