import type { z } from "zod";
import { ApiProblem, problemOf, problemResponse, type RefusalShape } from "./api-problem";
import { readJsonBody, readParams, readQuery } from "./api-input";
import { json } from "./api-json";
import { memberOf } from "./auth/member-of";
import { actorMay, type Permission } from "./auth/permissions";
import { pokeRelay } from "./events/relay-signal";
import { newId } from "./ids";
import { log } from "./log";
import { NotFound, Refusal } from "./refusal";
import type { SchoolContext } from "./school-context";
import { systemNow } from "./time/instant";
import { requestIdNow } from "./watching/request-trail";

type Shape = z.ZodType | undefined;
type Read<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

type Inputs<P extends Shape, Q extends Shape, B extends Shape> = {
  params?: P;
  query?: Q;
  body?: B;
};

export type ApiCall<P extends Shape, Q extends Shape, B extends Shape> = {
  params: Read<P>;
  query: Read<Q>;
  body: Read<B>;
  request: Request;
  /** The caller's `Idempotency-Key`, or a fresh key where none was sent. */
  requestKey: string;
};

type ApiRouteOptions<P extends Shape, Q extends Shape, B extends Shape> = {
  permission: Permission;
  /** Shapes of the path's parameters, the query and the JSON body. */
  input?: Inputs<P, Q, B>;
  /** Status and facts of a refusal; 422 without facts where nothing is said. */
  refusal?: (refusal: Refusal, request: Request) => ReturnType<RefusalShape>;
  /** A `Response` goes out as it is; anything else as JSON with status 200. */
  run: (ctx: SchoolContext, call: ApiCall<P, Q, B>) => Promise<unknown>;
};

type RouteParams = { params: Promise<{ school: string } & Record<string, string | string[]>> };

export type ApiHandler = (request: Request, route: RouteParams) => Promise<Response>;

/**
 * A REST route of one school. Caller, membership, permission and input are checked before `run`;
 * every refusal is problem+json with a stable code. `ctx.now` is the moment the request arrived.
 */
export function apiRoute<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(options: ApiRouteOptions<P, Q, B>): ApiHandler {
  return async (request, route) => {
    const now = systemNow();
    let ctx: SchoolContext | null = null;
    try {
      const params = await route.params;
      ctx = await callerOf(request, params.school, { now, permission: options.permission });
      const inputs = await inputsOf(request, params, options.input ?? {});
      const call = { ...inputs, request, requestKey: requestKeyOf(request) ?? newId() };
      const result = await options.run(ctx, call);
      if (request.method !== "GET" && request.method !== "HEAD") pokeRelay();
      return withRequestId(asResponse(result), ctx.requestId);
    } catch (error) {
      const { refusal } = options;
      const shape = refusal && ((refused: Refusal) => refusal(refused, request));
      return failureResponse(error, { ctx, refusal: shape });
    }
  };
}

/** For addresses below the API that lead nowhere: problem+json, never a page. */
export async function apiNotFound(): Promise<Response> {
  return failureResponse(new NotFound(), { ctx: null });
}

type Asked = { now: SchoolContext["now"]; permission: Permission };

async function callerOf(request: Request, slug: string, asked: Asked): Promise<SchoolContext> {
  const answer = await memberOf(request, slug, asked.now);
  if (answer.status !== "member") {
    throw answer.status === "not-found" ? new NotFound() : new ApiProblem(answer.status);
  }
  if (!actorMay(answer.ctx.actor, asked.permission)) throw new NotFound();
  return answer.ctx;
}

async function inputsOf<P extends Shape, Q extends Shape, B extends Shape>(
  request: Request,
  params: Record<string, string | string[]>,
  input: Inputs<P, Q, B>,
): Promise<Pick<ApiCall<P, Q, B>, "params" | "query" | "body">> {
  return {
    params: readParams(input.params, params) as Read<P>,
    query: readQuery(input.query, request) as Read<Q>,
    body: (await readJsonBody(input.body, request)) as Read<B>,
  };
}

function requestKeyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new ApiProblem("bad-idempotency-key");
  return key;
}

function asResponse(result: unknown): Response {
  if (result instanceof Response) return result;
  return result === undefined ? new Response(null, { status: 204 }) : json(result);
}

type Failed = { ctx: SchoolContext | null; refusal?: RefusalShape | undefined };

function failureResponse(error: unknown, { ctx, refusal }: Failed): Response {
  const requestId = ctx?.requestId ?? requestIdNow();
  const expected =
    error instanceof ApiProblem || error instanceof Refusal || error instanceof NotFound;
  if (!expected) log.error({ err: error, requestId }, "a route failed");
  return withRequestId(
    problemResponse(problemOf(error, { school: ctx?.school ?? null, requestId, refusal })),
    requestId,
  );
}

function withRequestId(response: Response, requestId: string): Response {
  response.headers.set("x-request-id", requestId);
  return response;
}
