import { AsyncLocalStorage } from "node:async_hooks";
import { newId } from "@/lib/ids";

/** What a request is known by in logs, audit trail and answers: ids and nothing else. */
export type RequestTrail = { readonly requestId: string; schoolId?: string; personId?: string };

/** Kept on the process: bundles may hold several copies of this file. */
const KEY = Symbol.for("musicnme.request.trail");
const holder = globalThis as { [KEY]?: AsyncLocalStorage<RequestTrail> };
const trails = (holder[KEY] ??= new AsyncLocalStorage<RequestTrail>());

/** Everything that is called from here on, also later, belongs to this request. */
export function enterTrail(trail: RequestTrail): void {
  trails.enterWith(trail);
}

/** The request that is being answered; undefined in jobs, scripts and at start-up. */
export function trailNow(): RequestTrail | undefined {
  return trails.getStore();
}

/** The id of the request that is being answered; outside a request a fresh one. */
export function requestIdNow(): string {
  return trailNow()?.requestId ?? newId();
}

/** Says whose request it is, once that is checked. */
export function noteMember({ schoolId, personId }: { schoolId: string; personId: string }): void {
  const trail = trailNow();
  if (trail !== undefined) Object.assign(trail, { schoolId, personId });
}

/** Does work in the name of a request that has been left already, such as its line in the log. */
export function onTrail(trail: RequestTrail, work: () => void): void {
  trails.run(trail, work);
}

/** Does work that a request sets going but that is not its own, such as other schools' events. */
export function offTrail(work: () => void): void {
  trails.exit(work);
}
