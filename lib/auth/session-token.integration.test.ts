import { encode } from "next-auth/jwt";
import { afterEach, expect, it, vi } from "vitest";
import { newId, type UserId } from "@/lib/ids";
import { plusHours, systemNow } from "@/lib/time/instant";
import { decodeSession, encodeSession, SESSION_SECONDS } from "./session-token";

afterEach(() => vi.useRealTimers());

const session = () => ({ userId: newId<UserId>(), sessionVersion: 3 });

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
  const forged = await encode({
    token: { sub: session().userId, version: 3 },
    secret: "somebody else's secret of enough characters",
    maxAge: SESSION_SECONDS,
  });
  for (const value of [forged, forged, `${good.slice(0, -2)}xx`, "", undefined]) {
    expect(await decodeSession(value)).toBeNull();
  }
});

it("keeps each session apart from every other", async () => {
  const all = Array.from({ length: 5 }, session);
  const values = await Promise.all(all.map(encodeSession));
  for (const round of [1, 2]) {
    const read = await Promise.all(values.map(decodeSession));
    expect(read, `round ${round}`).toEqual(all);
  }
});
