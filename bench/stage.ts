import type { Env } from "@/scripts/children";
import type { SessionId, UserId } from "@/lib/ids";
import { encodeSession, sessionCookieName, type SessionToken } from "@/lib/auth/session-token";
import type { Sent } from "./load/http";
import type { LoadProcess } from "./load-process";
import { familyOf, idOf, SLUG, type Wish } from "./rush-school";

/** A running server with its filled database. */
export type Stage = {
  base: string;
  serverPid: number;
  /** Superuser in the app's database: fills, checks and puts back. */
  databaseUrl: string;
  /** The app's own login, bound by row-level security. */
  appUrl: string;
  /** What the server found in its environment. */
  settings: Env;
  load: LoadProcess;
};

/** What a phone's browser says of itself with every page. */
const BROWSER = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "accept-encoding": "gzip, deflate",
  "accept-language": "en-AU,en;q=0.9",
  "user-agent":
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
};

const cookies = new Map<string, Promise<string>>();

/** Headers of a signed-in browser; the session is minted beforehand, as if signed in earlier. */
export async function browserOf(kind: SignedIn, n: number) {
  return { ...BROWSER, cookie: await cookieOf(kind, n) };
}

type SignedIn = "guardian" | "teacher" | "admin";

function cookieOf(kind: SignedIn, n: number): Promise<string> {
  const [userId, sessionId] = [idOf(`user-${kind}`, n), idOf(`session-${kind}`, n)];
  const ids = { userId: userId as UserId, sessionId: sessionId as SessionId };
  const minted = cookies.get(userId) ?? mintCookie({ ...ids, sessionVersion: 1 });
  cookies.set(userId, minted);
  return minted;
}

async function mintCookie(session: SessionToken): Promise<string> {
  return `${sessionCookieName()}=${await encodeSession(session)}`;
}

function bearerOf(student: number): Record<string, string> {
  return { authorization: `Bearer mnm_bench_1_${familyOf(student)}` };
}

export function meRequest({ base }: Pick<Stage, "base">, student: number): Sent {
  return { url: `${base}/api/v1/schools/${SLUG}/me`, headers: bearerOf(student) };
}

let keys = 0;

export function bookRequest({ base }: Pick<Stage, "base">, wish: Wish): Sent {
  const { student, week, startsAt } = wish;
  const enrolmentId = idOf("enrolment", student);
  return {
    url: `${base}/api/v1/schools/${SLUG}/bookings`,
    method: "POST",
    headers: pressOf(student),
    body: JSON.stringify({ enrolmentId, week, startsAt }),
  };
}

type OfBooking = { student: number; bookingId: string };

export function moveRequest(
  { base }: Pick<Stage, "base">,
  { student, bookingId, startsAt }: OfBooking & { startsAt: string },
): Sent {
  return {
    url: `${base}/api/v1/schools/${SLUG}/bookings/${bookingId}`,
    method: "PATCH",
    headers: pressOf(student),
    body: JSON.stringify({ startsAt }),
  };
}

export function cancelRequest(
  { base }: Pick<Stage, "base">,
  { student, bookingId }: OfBooking,
): Sent {
  return {
    url: `${base}/api/v1/schools/${SLUG}/bookings/${bookingId}`,
    method: "DELETE",
    headers: pressOf(student),
  };
}

/** Each press has a key of its own: sent again, it is the same press. */
function pressOf(student: number): Record<string, string> {
  keys += 1;
  return {
    ...bearerOf(student),
    "content-type": "application/json",
    "idempotency-key": `bench-${keys}`,
  };
}

export const familyPath = `/${SLUG}/family`;

export function pickerPath(student: number, week: number): string {
  return `${familyPath}/book/${idOf("enrolment", student)}?week=${week}`;
}

export function slotsPath(student: number, week: number): string {
  return `/api/v1/schools/${SLUG}/enrolments/${idOf("enrolment", student)}/slots?week=${week}`;
}
