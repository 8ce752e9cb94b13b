import type { Random } from "../random";

const EVERY_MS = 400;

/** Makes the mail's vendor refuse, break and lose answers now and then, until `stop`. */
export function troubleVendor(inboxUrl: string, random: Random): { stop: () => Promise<void> } {
  const refused: string[] = [];
  const ask = async (method: string, body?: string) => {
    const reply = await fetch(`${inboxUrl}/faults`, {
      method,
      ...(body !== undefined && { body }),
    });
    if (!reply.ok) refused.push(body ?? method);
  };
  const timer = setInterval(() => {
    const trouble = random.oneOf([
      { fail: { times: 2, status: 500 } },
      { fail: { times: 2, status: 503 } },
      { fail: { times: 3, status: 429 } },
      { dropAfterAccept: 2 },
      { dropBeforeAccept: 1 },
      { rubbish: { times: 1, as: random.oneOf(["html", "no-id", "empty"]) } },
    ]);
    void ask("POST", JSON.stringify(trouble));
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await ask("DELETE");
      if (refused.length > 0) throw new Error(`the stand-in knows no ${refused[0]}`);
    },
  };
}
