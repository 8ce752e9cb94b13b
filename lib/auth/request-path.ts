import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";

/**
 * The path and search of the request that is being answered, also inside a server action, which Next
 * posts to the address of its page. Next has no public way to it; null outside a request.
 */
export function requestPath(): string | null {
  const store = workUnitAsyncStorage.getStore();
  return store?.type === "request" ? store.url.pathname + store.url.search : null;
}

/** The school in the address of the request. */
export function schoolOfRequest(): string | null {
  const path = requestPath();
  if (path === null) return null;
  const [, first] = path.split(/[/?]/);
  return first ? first : null;
}
