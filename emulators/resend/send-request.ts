import { ApiError, invalid } from "./api-error";

export type KeptAttachment = {
  filename: string;
  contentType: string;
  contentId: string | null;
  /** base64 */
  content: string;
};

/** What one accepted mail consists of. */
export type MailParts = {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  attachments: KeptAttachment[];
  tags: { name: string; value: string }[];
};

type Fields = Record<string, unknown>;

const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+$/;
const MAX_RECIPIENTS = 50;
const MAX_BATCH = 100;
const MAX_ATTACHMENT_BYTES = 40 * 1024 * 1024;
const TYPES: Record<string, string> = {
  ics: "text/calendar",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  txt: "text/plain",
};

/** Reads the body of `POST /emails`; throws what Resend would answer. */
export function parseMail(body: unknown): MailParts {
  const fields = asFields(body);
  for (const name of ["from", "to", "subject"]) {
    if (fields[name] === undefined || fields[name] === null || fields[name] === "") {
      throw new ApiError(422, "missing_required_field", `Missing \`${name}\` field.`);
    }
  }
  const html = optionalText(fields, "html");
  const text = optionalText(fields, "text");
  if (html === null && text === null) throw invalid("Missing `html` or `text` field.");
  return {
    from: sender(fields),
    to: recipients(fields, "to", 1),
    cc: recipients(fields, "cc", 0),
    bcc: recipients(fields, "bcc", 0),
    replyTo: recipients(fields, "reply_to", 0),
    subject: singleLine(fields.subject),
    html,
    text,
    headers: headersOf(fields.headers),
    attachments: attachmentsOf(fields.attachments),
    tags: tagsOf(fields.tags),
  };
}

/** Reads the body of `POST /emails/batch`: up to 100 mails, none with an attachment. */
export function parseBatch(body: unknown): MailParts[] {
  if (!Array.isArray(body) || body.length === 0 || body.length > MAX_BATCH) {
    throw invalid(`The batch must be a list of 1 to ${MAX_BATCH} emails.`);
  }
  return body.map((entry: unknown) => {
    const mail = parseMail(entry);
    if (mail.attachments.length > 0) throw invalid("Attachments are not supported in a batch.");
    return mail;
  });
}

/** "mail@school.example" out of "School <mail@school.example>", in lower case. */
export function bareAddress(mailbox: string): string {
  const inAngles = /<([^<>]*)>\s*$/.exec(mailbox);
  return (inAngles?.[1] ?? mailbox).trim().toLowerCase();
}

function asFields(value: unknown): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalid("The request body must be a JSON object.");
}

function optionalText(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") throw invalid(`Invalid \`${name}\` field. It must be a string.`);
  return value;
}

function singleLine(value: unknown): string {
  if (typeof value === "string" && !/[\r\n]/.test(value)) return value;
  throw invalid("Invalid `subject` field. It must be a string without line breaks.");
}

function sender(fields: Fields): string {
  const from = fields.from;
  if (typeof from === "string" && isMailbox(from)) return from;
  throw badMailbox("from");
}

function recipients(fields: Fields, name: string, atLeast: number): string[] {
  const value = fields[name] ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length < atLeast) throw invalid(`Missing \`${name}\` field.`);
  if (list.length > MAX_RECIPIENTS) {
    throw invalid(`Invalid \`${name}\` field. At most ${MAX_RECIPIENTS} addresses are allowed.`);
  }
  return list.map((entry) => {
    if (typeof entry === "string" && isMailbox(entry)) return entry;
    throw badMailbox(name);
  });
}

function isMailbox(text: string): boolean {
  return !/[\r\n]/.test(text) && ADDRESS.test(bareAddress(text));
}

function badMailbox(name: string): ApiError {
  return invalid(
    `Invalid \`${name}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
  );
}

function headersOf(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  const entries = Object.entries(asFields(value));
  return Object.fromEntries(
    entries.map(([name, content]) => {
      if (typeof content === "string" && /^[\w-]+$/.test(name) && !/[\r\n]/.test(content)) {
        return [name, content];
      }
      throw invalid("Invalid `headers` field. Names and values must be single-line strings.");
    }),
  );
}

function attachmentsOf(value: unknown): KeptAttachment[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badAttachment("`attachments` must be a list.");
  const kept = value.map((entry: unknown) => attachmentOf(asFields(entry)));
  const bytes = kept.reduce((sum, { content }) => sum + (content.length * 3) / 4, 0);
  if (bytes > MAX_ATTACHMENT_BYTES) throw badAttachment("Attachments exceed 40 MB.");
  return kept;
}

function attachmentOf(fields: Fields): KeptAttachment {
  const { filename, content, content_type: type, content_id: contentId } = fields;
  if (typeof filename !== "string" || filename === "") {
    throw badAttachment("Attachment must have a `filename`.");
  }
  if (typeof content !== "string" || content === "") {
    throw badAttachment("Attachment must have a `content`; a `path` is not fetched here.");
  }
  const extension = filename.split(".").at(-1)?.toLowerCase() ?? "";
  return {
    filename,
    contentType: typeof type === "string" ? type : (TYPES[extension] ?? "application/octet-stream"),
    contentId: typeof contentId === "string" ? contentId : null,
    content: Buffer.from(content, "base64").toString("base64"),
  };
}

function badAttachment(message: string): ApiError {
  return new ApiError(422, "invalid_attachment", message);
}

function tagsOf(value: unknown): { name: string; value: string }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid("Invalid `tags` field.");
  return value.map((entry: unknown) => {
    const { name, value: content } = asFields(entry);
    if (isTagPart(name) && isTagPart(content)) return { name, value: content };
    throw invalid("Tags should only contain ASCII letters, numbers, underscores, or dashes.");
  });
}

function isTagPart(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{1,256}$/.test(value);
}
