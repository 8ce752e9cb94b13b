import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIP, SocketAddress } from "node:net";

type RequestStarted = { request: IncomingMessage };

/** Written beside an address that this process has seen itself; nobody else can make it. */
const PROOF = "x-client-proof";
const secret = randomBytes(32);

/**
 * Makes `x-forwarded-for` of every request what the connection itself says, so that nobody can claim
 * an address. An action that is posted to a page without it is sent on by Next to this server itself,
 * over a new connection: that one keeps the address which was seen first, by its proof. Behind a proxy of one's own its last entry is believed and kept. Call once at start-up.
 */
export function watchClientAddresses({ trustProxy }: { trustProxy: boolean }): void {
  if (trustProxy) return;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as RequestStarted;
    if (isProven(request)) return;
    const address = request.socket.remoteAddress ?? "unknown";
    request.headers["x-forwarded-for"] = address;
    request.headers[PROOF] = proofOf(address);
  });
}

function isProven({ headers }: IncomingMessage): boolean {
  const [address, proof] = [headers["x-forwarded-for"], headers[PROOF]];
  if (typeof address !== "string" || typeof proof !== "string") return false;
  const [given, own] = [Buffer.from(proof), Buffer.from(proofOf(address))];
  return given.length === own.length && timingSafeEqual(given, own);
}

function proofOf(address: string): string {
  return createHmac("sha256", secret).update(address).digest("base64url");
}

/** Whose failures count together: an IPv4 address, or the /64 network that one IPv6 customer has. */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1) ?? "";
  const written = withoutPort(last.replaceAll(/["\s]/g, "")).replace(/%.*$/, "");
  if (isIP(written) !== 6) return isIP(written) === 4 ? written : "unknown";
  const { address } = new SocketAddress({ address: written, family: "ipv6" });
  const mapped = address.replace(/^::ffff:(?=\d+\.)/, "");
  return isIP(mapped) === 4 ? mapped : networkOf(address);
}

/** Some proxies say the port too: "203.0.113.9:51234", "[2001:db8::1]:51234". */
function withoutPort(text: string): string {
  const [, bracketed, plain] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text) ?? [];
  return bracketed ?? plain ?? text;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
