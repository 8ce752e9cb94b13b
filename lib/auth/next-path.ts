const BASE = "http://here.invalid";

/** Where to go after sign-in: a path of ours; anything else is the chooser. */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, BASE)) {
    return "/schools";
  }
  const url = new URL(wanted, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return "/schools";
  return url.pathname + url.search;
}
