const MOST_PARTS = 12;
const ID = /^(?:\d[\d-]*|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i;
const WORD = /^_?[a-z]{1,16}\d{0,3}(?:-(?:[a-z]{1,16}\d{0,3}|\d{1,4})){0,5}$/;
/** A part of a route of ours, as Next writes it. */
const TEMPLATE = /^\[{1,2}(?:\.{3})?[a-zA-Z]{1,20}\]{1,2}$/;
const FILE_KIND = /^(.*)(\.(?:ics|json|pdf|csv|svg|png|ico|txt|xml|webmanifest))$/;

/**
 * The path of an address as it may stand in a log: plain words of ours stay, everything else (ids,
 * tokens, addresses, names as people write them) is replaced, the query is gone.
 */
export function loggedRoute(url: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  const parts = path.split("/");
  const cleaned = parts.slice(0, MOST_PARTS).map(loggedPart).join("/");
  return (parts.length > MOST_PARTS ? `${cleaned}/…` : cleaned) || "/";
}

function loggedPart(part: string): string {
  if (part === "") return part;
  const [, stem = part, kind = ""] = FILE_KIND.exec(part) ?? [];
  if (ID.test(stem)) return `:id${kind}`;
  return WORD.test(stem) || TEMPLATE.test(part) ? part : `:token${kind}`;
}
