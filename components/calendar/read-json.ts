/** Reads from our own API; throws for every other answer than success. */
export async function readJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, cache: "no-store" });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as T;
}
