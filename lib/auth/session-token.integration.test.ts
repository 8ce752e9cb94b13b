import { encode } from "next-auth/jwt";
import { afterEach, expect, it, vi } from "vitest";
import { env } from "@/lib/env";
import { newId, type SessionId, type UserId } from "@/lib/ids";
import { plusHours, systemNow } from "@/lib/time/instant";
import { decodeSession, encodeSession, SESSION_SECONDS } from "./session-token";

afterEach(() => vi.useRealTimers());

const session = () => ({
  userId: newId<UserId>(),
  sessionId: newId<SessionId>(),
  sessionVersion: 3,
});

it("reads a session as it was written, the first time and every time after", async () => {
  const own = session();
  const value = await encodeSession(own);
  expect(await decodeSession(value)).toEqual(own);
  expect(await decodeSession(value)).toEqual(own);
});

it("forgets nobody's end: a session that was read before is none once it is too old", async () => {
  const value = await encodeSession(session());
  expect(await decodeSession(value)).not.toBeNull();
  const late = plusHours(systemNow(), SESSION_SECONDS / 3_600 + 1);
  vi.useFakeTimers({ toFake: ["Date"], now: late });
  expect(await decodeSession(value)).toBeNull();
});

it("knows no forged session, however often and beside whatever good ones it comes", async () => {
  const good = await encodeSession(session());
  await decodeSession(good);
  const forged = await written({}, "somebody else's secret of enough characters");
  for (const value of [forged, forged, `${good.slice(0, -2)}xx`, "", undefined]) {
    expect(await decodeSession(value)).toBeNull();
  }
});

it.each([
  ["it says for nobody", { aud: undefined }],
  ["it is for something else that is written with our key", { aud: "musicnme:state" }],
  ["it is for several", { aud: ["musicnme:session"] }],
  ["it names no session, as cookies did before sessions had rows", { sid: undefined }],
  ["it names a session by no id", { sid: "1" }],
  ["it names a person by no id", { sub: "1" }],
])("takes no token of our own key as a session when %s", async (_what, change) => {
  expect(await decodeSession(await written({}))).not.toBeNull();
  expect(await decodeSession(await written(change))).toBeNull();
});

/** A token as next-auth writes them all. */
async function written(change: object, secret = env.NEXTAUTH_SECRET): Promise<string> {
  const { userId, sessionId } = session();
  const facts = { aud: "musicnme:session", sub: userId, sid: sessionId, version: 3 };
  return encode({ token: { ...facts, ...change }, secret, maxAge: SESSION_SECONDS });
}

it("keeps each session apart from every other", async () => {
  const all = Array.from({ length: 5 }, session);
  const values = await Promise.all(all.map(encodeSession));
  for (const round of [1, 2]) {
    const read = await Promise.all(values.map(decodeSession));
    expect(read, `round ${round}`).toEqual(all);
  }
});
