import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ApiError } from "./api-error";
import { Faults } from "./faults";
import { json, send, type Reply } from "./http";
import { Inbox } from "./inbox";
import { InboxRoutes } from "./inbox-routes";
import { ResendApi } from "./resend-api";
import { Webhooks, type WebhookTarget } from "./webhooks";

export type ResendEmulator = { url: string; stop(): Promise<void> };
type Routes = { api: ResendApi; inbox: InboxRoutes };

/**
 * A stand-in for Resend on this machine: takes mail over Resend's HTTP API and keeps it, with its
 * attachments, in `dataDir`, where a person (in the browser) and tests (as JSON) can read it.
 * Tells `webhook`, if there is one, what became of each mail. Listens on 127.0.0.1 only; port 0 takes any free port. Fails if the port is in use.
 */
export async function startResendEmulator(options: {
  port: number;
  dataDir: string;
  webhook?: WebhookTarget;
}): Promise<ResendEmulator> {
  const inbox = new Inbox(join(options.dataDir, "inbox"));
  const faults = new Faults();
  const webhooks = new Webhooks(options.webhook ?? null);
  const tell = (id: string) => {
    const message = inbox.read(id);
    if (message !== null) webhooks.tellOf(message);
  };
  const routes = {
    api: new ResendApi(inbox, faults, tell),
    inbox: new InboxRoutes(inbox, faults, webhooks),
  };
  const server = createServer((request, response) => void handle(routes, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        webhooks.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(routes: Routes, request: IncomingMessage, response: ServerResponse) {
  const reply = await answer(routes, request).catch(failure);
  if (reply === "cut") request.socket.destroy();
  else send(response, reply);
}

async function answer(routes: Routes, request: IncomingMessage): Promise<Reply | "cut"> {
  const url = parseUrl(request.url);
  const inboxReply = await routes.inbox.answer(request, url);
  if (inboxReply !== null) return inboxReply;
  if (url.pathname.startsWith("/emails")) return routes.api.answer(request, url.pathname);
  throw new ApiError(404, "not_found", "The requested endpoint does not exist.");
}

function parseUrl(target: string | undefined): URL {
  const url = URL.parse(target ?? "/", "http://127.0.0.1");
  if (url === null) throw new ApiError(400, "validation_error", "The request has no valid path.");
  return url;
}

function failure(error: unknown): Reply {
  if (error instanceof ApiError) return json(error, error.status);
  process.stderr.write(`mail stand-in: ${error instanceof Error ? error.stack : String(error)}\n`);
  return json(new ApiError(500, "internal_server_error", "The stand-in failed."), 500);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "3025" },
      data: { type: "string", default: ".data/resend" },
      webhook: { type: "string" },
    },
  });
  const secret = process.env["RESEND_WEBHOOK_SECRET"] ?? "";
  const emulator = await startResendEmulator({
    port: Number(values.port),
    dataDir: values.data,
    ...(values.webhook !== undefined && { webhook: { url: values.webhook, secret } }),
  });
  process.stdout.write(`mail stand-in: ${emulator.url}\n`);
  const stop = () => void emulator.stop().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error: unknown) => {
    process.stderr.write(`mail stand-in: ${error instanceof Error ? error.message : "failed"}\n`);
    process.exit(1);
  });
}
