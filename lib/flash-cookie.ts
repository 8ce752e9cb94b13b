import type { Brand } from "./brand";

/** What a page may be told that has just happened: code, and ids of what it happened to. */
export type Happened = { code: HappenedCode; ids: readonly string[] };

export type HappenedCode =
  | "booked"
  | "moved"
  | "cancelled"
  | "help-requested"
  | "answered"
  | "mail-lifted"
  | "course-created"
  | "course-archived"
  | "course-restored"
  | "enrolment-ended"
  | "week-plan-saved"
  | "closure-added"
  | "closure-removed"
  | "student-enrolled"
  | "teacher-created"
  | "family-created"
  | "guardian-added"
  | "guardian-removed"
  | "student-added"
  | "feed-create"
  | "feed-renew"
  | "feed-revoke"
  | "signed-out"
  | "signed-out-everywhere"
  | "password-set";

/** Told once, to the page at `path` alone; nobody but the cookie of an action makes one. */
export type Flash = Brand<Happened & { path: string; nonce: string }, "Flash">;

export const FLASH_COOKIE = "musicnme-flash";
/** How `proxy.ts` hands it to the page; what a caller sends under that name is dropped. */
export const FLASH_HEADER = "x-flash";
export const FLASH_SECONDS = 60;

const MOST_LETTERS = 3800;
const NONCE = /^[\w-]{8,40}$/;

export function encodeFlash(flash: Happened & { path: string; nonce: string }): string {
  return Buffer.from(JSON.stringify(flash)).toString("base64url");
}

/** Null for anything that we have not written. */
export function decodeFlash(text: string | null | undefined): Flash | null {
  if (!text || text.length > MOST_LETTERS) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return isFlash(read) ? (read as Flash) : null;
  } catch {
    return null;
  }
}

function isFlash(read: unknown): read is Happened & { path: string; nonce: string } {
  if (typeof read !== "object" || read === null) return false;
  const { code, ids, path, nonce } = read as Record<string, unknown>;
  return (
    typeof code === "string" &&
    typeof path === "string" &&
    typeof nonce === "string" &&
    NONCE.test(nonce) &&
    Array.isArray(ids) &&
    ids.every((id) => typeof id === "string")
  );
}
