import { Resend } from "resend";
import { z } from "zod";
import { env } from "@/lib/env";
import { MailFailure, mailFailureReason } from "./mail-failure";

type MailAttachment = { filename: string; content: string; contentType: string };

export type MailMessage = {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The name shown as sender (the school's); the address is always the installation's own. */
  from?: string;
  replyTo?: string;
  headers?: Record<string, string>;
  attachments?: readonly MailAttachment[];
};

export type MailConfig = {
  apiKey: string;
  /** Resend itself when left out. */
  baseUrl?: string;
  /** The address that all mail comes from, without a name. */
  fromAddress: string;
  timeoutMs?: number;
};

export type SendMail = (message: MailMessage, key: string) => Promise<{ vendorId: string }>;

const TIMEOUT_MS = 10_000;
const PLATFORM_NAME = "Music 'n Me";

const errorShape = z.object({ statusCode: z.number().nullable(), name: z.string() });
const takenShape = z.object({ id: z.string().min(1) });

let transport: SendMail | undefined;

/** Sends through the Resend of this installation; see `mailTransport` for what it promises. */
export function sendMail(message: MailMessage, key: string): Promise<{ vendorId: string }> {
  transport ??= mailTransport({
    apiKey: env.RESEND_API_KEY,
    baseUrl: env.RESEND_BASE_URL,
    fromAddress: env.MAIL_FROM,
  });
  return transport(message, key);
}

/**
 * Mail through Resend. The same `key` with the same message within 24 hours is one mail, however
 * often it is sent. Throws `MailFailure` when Resend has not confirmed it; never in a transaction.
 */
export function mailTransport(config: MailConfig): SendMail {
  const resend = new Resend(config.apiKey, { baseUrl: config.baseUrl });
  return async (message, key) => {
    const signal = AbortSignal.timeout(config.timeoutMs ?? TIMEOUT_MS);
    const { data, error } = await resend.emails.send(
      {
        from: sender(message.from ?? PLATFORM_NAME, config.fromAddress),
        to: message.to,
        replyTo: message.replyTo,
        subject: message.subject,
        html: message.html,
        text: message.text,
        headers: message.headers,
        attachments: message.attachments?.map(asResendAttachment),
      },
      { idempotencyKey: key, signal },
    );
    if (signal.aborted && data === null) throw new MailFailure("timed-out");
    if (error !== null) throw failureOf(error);
    const vendorId = vendorIdOf(data);
    if (vendorId === null) throw new MailFailure("vendor-broken");
    return { vendorId };
  };
}

/** An error that is not in the vendor's shape is none of its refusals: something between us answered. */
function failureOf(error: unknown): MailFailure {
  const told = errorShape.safeParse(error);
  if (!told.success) return new MailFailure("vendor-broken");
  const { statusCode, name } = told.data;
  return new MailFailure(mailFailureReason(statusCode, name), statusCode);
}

function vendorIdOf(data: unknown): string | null {
  const taken = takenShape.safeParse(data);
  return taken.success ? taken.data.id : null;
}

/** `Name <address>` with the name made safe for a header (RFC 5322: quoted where it must be). */
export function sender(name: string, address: string): string {
  const plain = name
    .replace(/[\p{Cc}"\\<>]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "") return address;
  return /[(),.:;@[\]]/.test(plain) ? `"${plain}" <${address}>` : `${plain} <${address}>`;
}

function asResendAttachment({ filename, content, contentType }: MailAttachment) {
  return { filename, content: Buffer.from(content, "utf8"), contentType };
}
