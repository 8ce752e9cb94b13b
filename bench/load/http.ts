import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";

export type Sent = {
  url: string;
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  headers: Record<string, string>;
  body?: string;
};

export type Reply = {
  status: number;
  /** From the given start to the last byte. */
  ms: number;
  headers: Record<string, string | undefined>;
  body: string;
  /** Why there is no answer at all; status 0 then. */
  error: string | null;
};

const TIMEOUT_MS = 30_000;

export function agentFor(sockets: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: sockets, maxFreeSockets: sockets });
}

/** One request to its last byte; never throws. `since` is when its latency begins to count. */
export function send(agent: Agent, sent: Sent, since = performance.now()): Promise<Reply> {
  const { method = "GET", headers, body } = sent;
  return new Promise((resolve) => {
    const fail = (error: Error) => {
      const ms = performance.now() - since;
      resolve({ status: 0, ms, headers: {}, body: "", error: error.message });
    };
    const length = body === undefined ? {} : { "content-length": `${Buffer.byteLength(body)}` };
    const options = { agent, method, headers: { ...headers, ...length }, timeout: TIMEOUT_MS };
    const call = request(sent.url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", fail);
      response.on("end", () => {
        const ms = performance.now() - since;
        const zipped = response.headers["content-encoding"] === "gzip";
        const bytes = Buffer.concat(chunks);
        const { location, etag } = response.headers;
        const text = (zipped && bytes.length > 0 ? gunzipSync(bytes) : bytes).toString();
        const status = response.statusCode ?? 0;
        resolve({ status, ms, headers: { location, etag }, body: text, error: null });
      });
    });
    call.on("timeout", () => call.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
    call.on("error", fail);
    call.end(body);
  });
}
