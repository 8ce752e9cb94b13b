import { describe, expect, it } from "vitest";
import { readBody } from "./read-body";

const KB = 1024;

/** A body that never ends, and how often it was asked for more. */
function endlessBody() {
  const asked = { times: 0, isLeft: false };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      asked.times += 1;
      controller.enqueue(new Uint8Array(KB));
    },
    cancel: () => {
      asked.isLeft = true;
    },
  });
  return { body, asked };
}

describe("the body of a request", () => {
  it("is handed over whole up to the last byte that it may have", async () => {
    const request = new Request("http://x.example", { method: "POST", body: "é".repeat(50) });
    expect((await readBody(request, 100))?.toString("utf8")).toBe("é".repeat(50));
    expect((await readBody(new Request("http://x.example"), 100))?.length).toBe(0);
  });

  it("is not read at all where it says that it is too long", async () => {
    const { body, asked } = endlessBody();
    const headers = new Headers({ "content-length": "101" });
    expect(await readBody({ headers, body }, 100)).toBeNull();
    expect(asked.times).toBeLessThanOrEqual(1);
  });

  it("is read no further than it may be long, and then left", async () => {
    const { body, asked } = endlessBody();
    expect(await readBody({ headers: new Headers(), body }, 10 * KB)).toBeNull();
    expect(asked.times).toBeLessThan(15);
    expect(asked.isLeft).toBe(true);
  });
});
