import type { RouteServer } from "./route-server";
import type { TestMember } from "./people-factory";
import type { TestSchool } from "./school-factory";
import { anApiToken } from "./session-factory";

export type ApiReply = {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown>;
};
type Call = { body?: unknown; key?: string; headers?: Record<string, string> };
export type ApiCaller = (method: string, path: string, call?: Call) => Promise<ApiReply>;

/** Calls the REST routes of a school with a member's bearer token. */
export async function apiCaller(
  server: Pick<RouteServer, "url">,
  school: TestSchool,
  member: TestMember,
): Promise<ApiCaller> {
  const bearer = await bearerOf(school, member);
  return async (method, path, { body, key, headers } = {}) =>
    request(`${server.url}/api/v1/schools/${school.slug}${path}`, {
      method,
      headers: {
        ...bearer,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(key !== undefined && { "idempotency-key": key }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}

export async function bearerOf(school: TestSchool, member: TestMember) {
  return { authorization: `Bearer ${await anApiToken(member, school)}` };
}

export async function request(url: string, init: RequestInit = {}): Promise<ApiReply> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
