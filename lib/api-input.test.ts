import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor, pageOf } from "./api-cursor";
import { readJsonBody, readParams, readQuery } from "./api-input";

const shape = z.object({ word: z.string() });
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

function post(body: string | ReadableStream, headers: Record<string, string> = JSON_TYPE) {
  const request = new Request("http://x/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as never);
  return readJsonBody(shape, request);
}

describe("the body of a request", () => {
  it("is JSON of the described shape", async () => {
    expect(await post('{"word":"hi"}')).toEqual({ word: "hi" });
  });

  it.each([
    ['{"word":', JSON_TYPE, "malformed-body"],
    ["", JSON_TYPE, "malformed-body"],
    ['{"word":"\\u0000"}', JSON_TYPE, "malformed-body"],
    ['{"word":1}', JSON_TYPE, "invalid-input"],
    ["[]", JSON_TYPE, "invalid-input"],
    ["word=hi", { "content-type": "application/x-www-form-urlencoded" }, "not-json"],
    ['{"word":"hi"}', { "content-type": "application/jsonx" }, "not-json"],
    [JSON.stringify({ word: "x".repeat(70_000) }), JSON_TYPE, "body-too-large"],
  ])("like %.20s is refused", async (body, headers, code) => {
    await expect(post(body, headers)).rejects.toMatchObject({ code });
  });

  it("is read no further than it may be long", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    await expect(post(endless)).rejects.toMatchObject({ code: "body-too-large" });
    expect(sent).toBeLessThan(12);
  });
});

describe("the address of a request", () => {
  it("leads nowhere when its ids are of the wrong shape", () => {
    expect(() => readParams(z.object({ id: z.uuid() }), { id: "1" })).toThrow("not found");
  });

  it("has a query of the described shape", () => {
    const week = z.object({ week: z.coerce.number().int() });
    expect(readQuery(week, new Request("http://x/?week=4"))).toEqual({ week: 4 });
    expect(() => readQuery(week, new Request("http://x/?week=four"))).toThrow("invalid-input");
    expect(() => readQuery(shape, new Request("http://x/?word=%00"))).toThrow("invalid-input");
  });
});

describe("a cursor", () => {
  const place = z.tuple([z.string(), z.number()]);

  it("comes back as the place it was made of", () => {
    expect(decodeCursor(place, encodeCursor(["a", 1]))).toEqual(["a", 1]);
    expect(decodeCursor(place, undefined)).toBeNull();
  });

  it.each(["", "x", encodeCursor({ a: 1 }), `${encodeCursor(["a", 1])}x`])(
    "that we did not make is refused: %s",
    (cursor) => {
      expect(() => decodeCursor(place, cursor)).toThrow("bad-cursor");
    },
  );

  it("is given while there is more", () => {
    expect(pageOf([1, 2, 3], 2, (n) => n)).toEqual({ items: [1, 2], nextCursor: encodeCursor(2) });
    expect(pageOf([1, 2], 2, (n) => n).nextCursor).toBeNull();
  });
});
