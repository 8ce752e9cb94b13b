import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "./api-error";
import type { Faults } from "./faults";
import { json, parseJson, readBody, type Reply } from "./http";
import type { Inbox, Message } from "./inbox";
import { parseBatch, parseMail, type MailParts } from "./send-request";

/** Resend's own routes: `POST /emails`, `POST /emails/batch`, `GET /emails/:id`. */
export class ResendApi {
  private readonly keysInFlight = new Set<string>();

  constructor(
    private readonly inbox: Inbox,
    private readonly faults: Faults,
  ) {}

  /** The reply, or "cut" when the connection is to be dropped. */
  async answer(request: IncomingMessage, path: string): Promise<Reply | "cut"> {
    requireBearer(request);
    if (request.method === "POST" && (path === "/emails" || path === "/emails/batch")) {
      return this.send(path, await readBody(request), idempotencyKey(request));
    }
    const id = /^\/emails\/([^/]+)$/.exec(path)?.[1];
    if (request.method !== "GET" || id === undefined) {
      throw new ApiError(
        405,
        "method_not_allowed",
        "Method is not allowed for the requested path.",
      );
    }
    const message = this.inbox.read(id);
    if (message === null) throw new ApiError(404, "not_found", "Email not found");
    return json(asResendEmail(message));
  }

  private async send(path: string, body: string, key: string | null): Promise<Reply | "cut"> {
    if (key !== null && this.keysInFlight.has(key)) {
      const text = "Same idempotency key used while original request is still in progress.";
      throw new ApiError(409, "concurrent_idempotent_requests", text);
    }
    if (key !== null) this.keysInFlight.add(key);
    try {
      await sleep(this.faults.delayMs());
      return this.sendOnce(path, body, key);
    } finally {
      if (key !== null) this.keysInFlight.delete(key);
    }
  }

  private sendOnce(path: string, body: string, key: string | null): Reply | "cut" {
    const fault = this.faults.next();
    if (fault.kind === "drop-before-accept") return "cut";
    if (fault.kind === "fail") {
      const error = new ApiError(fault.status, fault.name, "Asked for by POST /faults.");
      const reply = json(error, fault.status);
      return fault.status === 429
        ? { ...reply, headers: { ...reply.headers, "retry-after": "1" } }
        : reply;
    }
    const ids = this.accept(path, body, key);
    if (fault.kind === "drop-after-accept") return "cut";
    return json(path === "/emails" ? { id: ids[0] } : { data: ids.map((id) => ({ id })) });
  }

  private accept(path: string, body: string, key: string | null): string[] {
    const payload = `${path}\n${body}`;
    const earlier = key === null ? null : this.inbox.replay(key, payload);
    if (earlier === "other-body") {
      const text = "This idempotency key has been used on a request with a different payload.";
      throw new ApiError(409, "invalid_idempotent_request", text);
    }
    return earlier ?? this.inbox.accept(mailsOf(path, body), key, payload);
  }
}

function mailsOf(path: string, body: string): MailParts[] {
  const value = parseJson(body);
  return path === "/emails" ? [parseMail(value)] : parseBatch(value);
}

function requireBearer(request: IncomingMessage): void {
  if (/^Bearer \S+$/.test(request.headers.authorization ?? "")) return;
  throw new ApiError(401, "missing_api_key", "Missing API key in the authorization header.");
}

function idempotencyKey(request: IncomingMessage): string | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key === "string" && key.length >= 1 && key.length <= 256) return key;
  throw new ApiError(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
}

function asResendEmail(message: Message) {
  const { id, from, to, cc, bcc, subject, html, text, createdAt, replyTo, tags } = message;
  return {
    object: "email",
    id,
    from,
    to,
    cc,
    bcc,
    reply_to: replyTo,
    subject,
    html,
    text,
    tags,
    created_at: createdAt,
    scheduled_at: null,
    last_event: "delivered",
  };
}
