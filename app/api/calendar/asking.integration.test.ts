import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { moveBooking } from "@/lib/booking/move-booking";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { aFollowedBooking, askFeed } from "@/lib/testing/feed-caller";
import { serveRoutes } from "@/lib/testing/route-server";
import { startOf } from "@/lib/testing/rush-factory";
import { TEST_NOW } from "@/lib/testing/school-factory";
import { parseHttpDate } from "@/lib/time/http-date";
import { asInstant, plusHours } from "@/lib/time/instant";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const server = await serveRoutes("app/api/calendar");
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});
beforeEach(() => vi.setSystemTime(TEST_NOW));

describe("asking again", () => {
  const SECOND = 1000;

  function headsOf(response: Response) {
    const [etag, modified] = ["etag", "last-modified"].map((name) => response.headers.get(name));
    if (!etag || !modified) throw new Error("Both are said, always.");
    return { etag, modified };
  }

  const asked = (headers: object) => new Headers(Object.entries(headers));

  it("says what it is, to whom, and that it is the reader's alone", async () => {
    const { path } = await aFollowedBooking();
    const { headers } = await askFeed(server, path);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, max-age=300",
      "x-robots-tag": "noindex, nofollow",
      "last-modified": "Mon, 05 Oct 2026 00:00:00 GMT",
    });
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("etag")).toMatch(/^"[\w-]{22}"$/);
  });

  it("what is unchanged is not sent again: by its tag, or by its date where no tag is sent", async () => {
    const { path } = await aFollowedBooking();
    const { etag, modified } = headsOf(await askFeed(server, path));
    vi.setSystemTime(plusHours(TEST_NOW, 5));
    for (const headers of [
      { "if-none-match": etag },
      { "if-none-match": `"other", W/${etag}` },
      { "if-modified-since": modified },
      { "if-none-match": etag, "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT" },
    ]) {
      const again = await askFeed(server, path, { headers: asked(headers) });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect(headsOf(again)).toEqual({ etag, modified });
    }
    for (const headers of [
      {},
      { "if-none-match": '"other"' },
      { "if-none-match": '"other"', "if-modified-since": modified },
      { "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT" },
      { "if-modified-since": "yesterday" },
    ]) {
      const again = await askFeed(server, path, { headers: asked(headers) });
      expect(again.status).toBe(200);
      expect(headsOf(again)).toEqual({ etag, modified });
    }
  });

  it("what has changed is sent, with another tag and since when", async () => {
    const { school, ctx, bookingId, path } = await aFollowedBooking();
    const before = headsOf(await askFeed(server, path));
    vi.setSystemTime(plusHours(TEST_NOW, 5));
    await moveBooking(ctx, {
      shown: "as-it-is",
      bookingId,
      startsAt: startOf(school, 20),
      requestKey: newId(),
    });
    const headers = { "if-none-match": before.etag };
    const byTag = await askFeed(server, path, { headers });
    expect(byTag.status).toBe(200);
    const byDate = { "if-modified-since": before.modified };
    expect((await askFeed(server, path, { headers: byDate })).status).toBe(200);
    const after = headsOf(byTag);
    expect(after.etag).not.toBe(before.etag);
    expect(parseHttpDate(after.modified)).toBe(plusHours(TEST_NOW, 5));
    vi.setSystemTime(plusHours(TEST_NOW, 9));
    expect(headsOf(await askFeed(server, path))).toEqual(after);
  });

  it("two changes in one second have two dates, so that neither is missed by date alone", async () => {
    const { school, ctx, bookingId, path } = await aFollowedBooking();
    const dates: (number | null)[] = [];
    for (const n of [20, 21, 22]) {
      await moveBooking(ctx, {
        shown: "as-it-is",
        bookingId,
        startsAt: startOf(school, n),
        requestKey: newId(),
      });
      dates.push(parseHttpDate(headsOf(await askFeed(server, path)).modified));
    }
    expect(dates).toEqual([0, 1, 2].map((n) => asInstant(TEST_NOW + n * SECOND)));
  });

  it("whoever asks for the head gets that alone", async () => {
    const { path } = await aFollowedBooking();
    const whole = await askFeed(server, path);
    const head = await askFeed(server, path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(headsOf(head)).toEqual(headsOf(whole));
    const headers = { "if-none-match": headsOf(whole).etag };
    expect((await askFeed(server, path, { method: "HEAD", headers })).status).toBe(304);
  });

  it("notes when it was asked for", async () => {
    const { path, ctx } = await aFollowedBooking();
    vi.setSystemTime(plusHours(TEST_NOW, 2));
    await askFeed(server, path);
    const { rows } = await superuserQuery(
      "SELECT fetched_at FROM calendar_feed WHERE school_id = $1",
      [ctx.schoolId],
    );
    expect(rows).toEqual([{ fetched_at: new Date(plusHours(TEST_NOW, 2)) }]);
  });
});
