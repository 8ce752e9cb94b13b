import { z } from "zod";

/** What a vendor that talks rubbish answers: nothing is accepted, whatever the status says. */
const RUBBISH = ["html", "broken-json", "empty", "null", "no-id", "odd-error"] as const;
export type Rubbish = (typeof RUBBISH)[number];

/** What shall go wrong next; counts go down with every send request that they hit. */
const faultsSchema = z
  .object({
    /** Answer the next `times` requests with this status and accept nothing. */
    fail: z
      .object({
        times: z.number().int().min(0),
        status: z.number().int().min(400).max(599).default(500),
        name: z.string().optional(),
        /** Seconds, told in the header; 1 with a 429 where nothing is said. */
        retryAfter: z.number().int().min(0).optional(),
      })
      .optional(),
    /** Wait this long before every answer, until it is set to 0. */
    delayMs: z.number().int().min(0).max(600_000).optional(),
    /** Cut every connection, nothing accepted, until it is set to false. */
    down: z.boolean().optional(),
    /** Answer the next `times` requests with rubbish. */
    rubbish: z
      .object({ times: z.number().int().min(0), as: z.enum(RUBBISH).default("html") })
      .optional(),
    /** Cut the connection of the next n requests, nothing accepted. */
    dropBeforeAccept: z.number().int().min(0).optional(),
    /** Accept the mail of the next n requests, then cut the connection instead of answering. */
    dropAfterAccept: z.number().int().min(0).optional(),
  })
  .strict();

export type FaultSettings = z.infer<typeof faultsSchema>;

export type Fault =
  | { kind: "none" }
  | { kind: "fail"; status: number; name: string; retryAfter: number | null }
  | { kind: "rubbish"; as: Rubbish }
  | { kind: "drop-before-accept" }
  | { kind: "drop-after-accept" };

const NAMES: Record<number, string> = {
  401: "missing_api_key",
  403: "invalid_api_key",
  409: "concurrent_idempotent_requests",
  422: "validation_error",
  429: "rate_limit_exceeded",
  500: "internal_server_error",
};

export class Faults {
  private settings: FaultSettings = {};

  /** Changes what the body names and leaves the rest; null if the body is not understood. */
  change(body: unknown): FaultSettings | null {
    const parsed = faultsSchema.safeParse(body);
    if (!parsed.success) return null;
    this.settings = { ...this.settings, ...parsed.data };
    return this.settings;
  }

  clear(): void {
    this.settings = {};
  }

  current(): FaultSettings {
    return this.settings;
  }

  delayMs(): number {
    return this.settings.delayMs ?? 0;
  }

  /** The fault for the request at hand; each call uses one up. */
  next(): Fault {
    const { down, fail, rubbish } = this.settings;
    if (down === true) return { kind: "drop-before-accept" };
    if (fail !== undefined && fail.times > 0) {
      fail.times -= 1;
      const name = fail.name ?? NAMES[fail.status] ?? "application_error";
      const retryAfter = fail.retryAfter ?? (fail.status === 429 ? 1 : null);
      return { kind: "fail", status: fail.status, name, retryAfter };
    }
    if (rubbish !== undefined && rubbish.times > 0) {
      rubbish.times -= 1;
      return { kind: "rubbish", as: rubbish.as };
    }
    if (this.takeDrop("dropBeforeAccept")) return { kind: "drop-before-accept" };
    if (this.takeDrop("dropAfterAccept")) return { kind: "drop-after-accept" };
    return { kind: "none" };
  }

  private takeDrop(name: "dropBeforeAccept" | "dropAfterAccept"): boolean {
    const left = this.settings[name] ?? 0;
    if (left === 0) return false;
    this.settings[name] = left - 1;
    return true;
  }
}
