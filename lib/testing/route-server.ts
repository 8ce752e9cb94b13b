import { globSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";

type Handler = (request: Request, route: { params: Promise<unknown> }) => Promise<Response>;
export type ServedRoute = { path: string; methods: readonly string[] };
export type RouteServer = {
  url: string;
  routes: readonly ServedRoute[];
  stop: () => Promise<void>;
};

type Route = ServedRoute & { pattern: RegExp; handlers: Record<string, Handler> };

/** Serves every route handler below a folder over real HTTP, with nothing else of Next around it. */
export async function serveRoutes(folder: string): Promise<RouteServer> {
  const files = globSync(`${folder}/**/route.ts`);
  const routes = (await Promise.all(files.map(loadRoute))).sort(bySpecificity);
  const server = createServer((message, response) => void answer(routes, message, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    routes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function loadRoute(file: string): Promise<Route> {
  const handlers = (await import(path.resolve(file))) as Record<string, Handler>;
  const route = `/${path.relative("app", path.dirname(file))}`;
  const pattern = route
    .replace(/\/\[\[\.\.\.(\w+)\]\]/g, "(?:/(?<$1>.+))?")
    .replace(/\[(\w+)\]/g, "(?<$1>[^/]+)");
  const methods = Object.keys(handlers).filter((name) => /^[A-Z]+$/.test(name));
  return { path: route, methods, pattern: new RegExp(`^${pattern}$`), handlers };
}

function bySpecificity(a: Route, b: Route): number {
  const rank = (route: Route) => (route.path.includes("...") ? 1 : 0);
  return rank(a) - rank(b);
}

async function answer(routes: Route[], message: IncomingMessage, response: ServerResponse) {
  const request = requestOf(message);
  const { pathname } = new URL(request.url);
  const route = routes.find(({ pattern }) => pattern.test(pathname));
  const handler = route?.handlers[request.method];
  if (!route || !handler) return response.writeHead(route ? 405 : 404).end();
  const params = { ...route.pattern.exec(pathname)?.groups };
  const answered = await handler(request, { params: Promise.resolve(params) });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function requestOf(message: IncomingMessage): Request {
  const headers = new Headers(message.headers as Record<string, string>);
  const url = `http://${message.headers.host ?? "localhost"}${message.url ?? "/"}`;
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  const body = hasBody ? (Readable.toWeb(message) as ReadableStream<Uint8Array>) : null;
  return new Request(url, { method: message.method, headers, body, duplex: "half" } as RequestInit);
}
