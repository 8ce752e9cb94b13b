import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HOUR_MS, isoFromInstant, systemNow, type Instant } from "@/lib/time/instant";
import { bareAddress, type MailParts } from "./send-request";

export type Message = MailParts & {
  id: string;
  createdAt: string;
  idempotencyKey: string | null;
};

/** What is held in memory of a mail; the rest is read from its file when asked for. */
export type Summary = {
  id: string;
  at: Instant;
  from: string;
  to: string[];
  subject: string;
  attachmentCount: number;
};

export type InboxFilter = { to?: string; search?: string; subject?: string; since?: Instant };

/** One accepted request: one mail, or all mails of a batch, in one file. */
type Submission = { at: Instant; key: string | null; bodyHash: string; messages: Message[] };
type KnownKey = { at: Instant; bodyHash: string; ids: string[] };

const KEY_LIFE_MS = 24 * HOUR_MS;

/** The accepted mails, one file per request in `folder`; a new inbox on that folder has them all. */
export class Inbox {
  private readonly summaries: Summary[] = [];
  private readonly places = new Map<string, { file: string; index: number }>();
  private readonly keys = new Map<string, KnownKey>();
  private nextNumber = 1;

  constructor(private readonly folder: string) {
    for (const file of this.files()) {
      const submission = this.load(file);
      if (submission !== null) this.remember(submission, file);
      this.nextNumber = Number.parseInt(file, 10) + 1;
    }
  }

  /** The ids given for this key and body, null if the key is new, "other-body" if it was not that. */
  replay(key: string, body: string): string[] | "other-body" | null {
    const known = this.keys.get(key);
    if (known === undefined || systemNow() - known.at >= KEY_LIFE_MS) return null;
    return known.bodyHash === hash(body) ? known.ids : "other-body";
  }

  accept(mails: MailParts[], key: string | null, body: string): string[] {
    const at = systemNow();
    const createdAt = isoFromInstant(at);
    const messages = mails.map((mail) => ({
      ...mail,
      id: randomUUID(),
      createdAt,
      idempotencyKey: key,
    }));
    const submission: Submission = { at, key, bodyHash: hash(body), messages };
    const file = `${String(this.nextNumber++).padStart(9, "0")}.json`;
    const draft = join(this.folder, `${file}.draft`);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(draft, JSON.stringify(submission));
    renameSync(draft, join(this.folder, file));
    this.remember(submission, file);
    return messages.map(({ id }) => id);
  }

  /** Newest first. */
  list(filter: InboxFilter): Summary[] {
    return this.summaries.filter((summary) => matches(summary, filter)).reverse();
  }

  read(id: string): Message | null {
    const place = this.places.get(id);
    if (place === undefined) return null;
    return this.load(place.file)?.messages[place.index] ?? null;
  }

  /** Forgets every mail and every idempotency key. */
  clear(): void {
    for (const file of this.files()) rmSync(join(this.folder, file), { force: true });
    this.summaries.length = 0;
    this.places.clear();
    this.keys.clear();
  }

  /** Null for a file that was torn by a power cut or removed by hand. */
  private load(file: string): Submission | null {
    try {
      return JSON.parse(readFileSync(join(this.folder, file), "utf8")) as Submission;
    } catch {
      return null;
    }
  }

  private files(): string[] {
    mkdirSync(this.folder, { recursive: true });
    return readdirSync(this.folder)
      .filter((name) => /^\d+\.json$/.test(name))
      .sort();
  }

  private remember({ at, key, bodyHash, messages }: Submission, file: string): void {
    messages.forEach((message, index) => {
      const { id, from, to, subject, attachments } = message;
      this.places.set(id, { file, index });
      this.summaries.push({ id, at, from, to, subject, attachmentCount: attachments.length });
    });
    if (key !== null) this.keys.set(key, { at, bodyHash, ids: messages.map(({ id }) => id) });
  }
}

function matches(summary: Summary, { to, search, subject, since }: InboxFilter): boolean {
  if (since !== undefined && summary.at < since) return false;
  const addresses = summary.to.map(bareAddress);
  if (to !== undefined && !addresses.includes(to.trim().toLowerCase())) return false;
  if (search !== undefined && !contains(summary.to.join(" "), search)) return false;
  return subject === undefined || contains(summary.subject, subject);
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.trim().toLowerCase());
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
