import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "./api-error";
import type { Fault, Faults, Rubbish } from "./faults";
import { html, json, parseJson, readBody, type Reply } from "./http";
import type { Inbox, Message } from "./inbox";
import { parseBatch, parseMail, type MailParts } from "./send-request";

/** Resend's own routes: `POST /emails`, `POST /emails/batch`, `GET /emails/:id`. */
export class ResendApi {
  private readonly keysInFlight = new Set<string>();

  constructor(
    private readonly inbox: Inbox,
    private readonly faults: Faults,
    /** Told of every mail that was accepted, once. */
    private readonly onAccepted: (id: string) => void,
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
    if (fault.kind === "fail") return failureReply(fault);
    if (fault.kind === "rubbish") return rubbishReply(fault.as);
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
    if (earlier !== null) return earlier;
    const ids = this.inbox.accept(mailsOf(path, body), key, payload);
    for (const id of ids) this.onAccepted(id);
    return ids;
  }
}

function failureReply(fault: Extract<Fault, { kind: "fail" }>): Reply {
  const error = new ApiError(fault.status, fault.name, "Asked for by POST /faults.");
  const reply = json(error, fault.status);
  if (fault.retryAfter === null) return reply;
  return { ...reply, headers: { ...reply.headers, "retry-after": String(fault.retryAfter) } };
}

function rubbishReply(as: Rubbish): Reply {
  if (as === "html") return html("<h1>Welcome to nginx!</h1>", "default-src 'none'");
  if (as === "no-id") return json({ object: "email" });
  if (as === "null") return json(null);
  if (as === "odd-error") return json({ oops: true }, 502);
  const headers = { "content-type": "application/json" };
  return { status: 200, headers, body: as === "empty" ? "" : '{"id":"5d3' };
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
