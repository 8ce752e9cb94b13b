import { randomUUID } from "node:crypto";
import { systemNow } from "@/lib/time/instant";
import type { Message } from "./inbox";
import { eventsOf, signatureHeaders, type WebhookEvent } from "./webhook-events";

export type WebhookTarget = {
  url: string;
  /** "whsec_" and base64, as Resend gives it. */
  secret: string;
  /** Before the first try and before each other one; after the last a message is given up. */
  delaysMs?: readonly number[];
};

export type WebhookState = { delivered: number; waiting: number; givenUp: number };

const DELAYS_MS = [200, 1_000, 3_000, 10_000, 30_000, 60_000] as const;
const AT_ONCE = 2;
const PATIENCE_MS = 15_000;

type Told = { id: string; event: WebhookEvent; tries: number };

/**
 * Tells the app what became of each mail, as Resend does: signed, at least once, in no promised order,
 * and again later until it answers 2xx. What is under way when the stand-in ends is lost.
 */
export class Webhooks {
  private readonly ready: Told[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly counts: WebhookState = { delivered: 0, waiting: 0, givenUp: 0 };
  private running = 0;
  private stopped = false;

  constructor(private readonly target: WebhookTarget | null) {}

  tellOf(message: Message): void {
    if (this.target === null) return;
    for (const event of eventsOf(message, systemNow())) {
      this.counts.waiting += 1;
      this.later({ id: `msg_${randomUUID()}`, event, tries: 0 });
    }
  }

  /** Null when nobody is told anything. */
  state(): WebhookState | null {
    return this.target === null ? null : { ...this.counts };
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private later(told: Told): void {
    const delay = (this.target?.delaysMs ?? DELAYS_MS)[told.tries];
    if (delay === undefined || this.stopped) {
      this.counts.waiting -= 1;
      this.counts.givenUp += 1;
      return;
    }
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.ready.push(told);
      void this.work();
    }, delay);
    this.timers.add(timer);
  }

  private async work(): Promise<void> {
    if (this.running >= AT_ONCE) return;
    this.running += 1;
    for (let told = this.ready.shift(); told !== undefined; told = this.ready.shift()) {
      if (await this.isTaken(told)) {
        this.counts.waiting -= 1;
        this.counts.delivered += 1;
      } else this.later({ ...told, tries: told.tries + 1 });
    }
    this.running -= 1;
  }

  private async isTaken({ id, event }: Told): Promise<boolean> {
    if (this.target === null) return false;
    const body = JSON.stringify(event);
    const signed = signatureHeaders(this.target.secret, { id, at: systemNow(), body });
    const response = await fetch(this.target.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...signed },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    await response?.arrayBuffer().catch(() => null);
    return response?.ok === true;
  }
}
