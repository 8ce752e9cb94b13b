import type { Random } from "../random";

const EVERY_MS = 400;

/** Makes the mail's vendor refuse, break and lose answers now and then, until `stop`. */
export function troubleVendor(inboxUrl: string, random: Random): { stop: () => Promise<void> } {
  const ask = (method: string, body?: string) =>
    fetch(`${inboxUrl}/faults`, { method, ...(body !== undefined && { body }) }).then(
      () => undefined,
      () => undefined,
    );
  const timer = setInterval(() => {
    const trouble = random.oneOf([
      { fail: { times: 2, status: 500 } },
      { fail: { times: 2, status: 503 } },
      { fail: { times: 3, status: 429 } },
      { dropAfterAccept: 2 },
      { dropBeforeAccept: 1 },
      { garble: { times: 1, body: "<html>" } },
    ]);
    void ask("POST", JSON.stringify(trouble));
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await ask("DELETE");
    },
  };
}
