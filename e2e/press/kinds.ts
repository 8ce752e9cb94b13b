import type { Control, Findings, Form } from "./control";

/** One control of each kind, by the words that tell the kind from others. */
export type Kind = { key: string; shape: string; control: Control };

/** A list whose items are alike but for more words than this is pressed at its first item. */
export const MOST_WORDINGS = 4;

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec";
const DAYS = "mon|tue|tues|wed|thu|thurs|fri|sat|sun";
const DATED = new RegExp(
  `\\b(?:(?:${MONTHS})[a-z]*|(?:${DAYS})(?:[a-z]*day)?|am|pm|today|tomorrow|yesterday)\\b`,
  "gi",
);

/**
 * The kinds among the controls, in the order of the page: equal buttons of a list are one kind, also
 * where each names its own date or number; two links are one kind when they lead to the same route
 * with the same parameters under the same words.
 */
export function kindsOf({ controls, forms }: Findings, address: string): Kind[] {
  const enabled = controls.filter(({ isDisabled }) => !isDisabled);
  const kinds = new Map<string, Kind>();
  const wordings = new Map<string, Set<string>>();
  for (const control of enabled) {
    const shape = shapeOf(control, forms, address);
    const words = wordsOf(control.text);
    const known = wordings.get(shape) ?? new Set();
    wordings.set(shape, known.add(words));
    const key = `${shape} "${words}"`;
    if (!kinds.has(key)) kinds.set(key, { key, shape, control });
  }
  return [...kinds.values()].filter(({ shape }, index, all) => {
    const isList = (wordings.get(shape)?.size ?? 0) > MOST_WORDINGS;
    return !isList || all.findIndex((each) => each.shape === shape) === index;
  });
}

/** A text without what differs from one item of a list to the next: numbers, days, months. */
export function wordsOf(text: string): string {
  return text
    .replace(DATED, "#")
    .replace(/\d+/g, "#")
    .replace(/(?:#[\s,.:–-]*)+/g, "# ")
    .trim();
}

/** What a control is, without its words. */
function shapeOf(control: Control, forms: readonly Form[], address: string): string {
  const { tag, type, role, where, href, name, classes } = control;
  if (href !== null) return `${where} link ${shapeOfLink(href, address)}`;
  const form = control.form === null ? undefined : forms[control.form];
  const look = isField(control) ? "" : lookOf(classes);
  const parts = [where, tag, type, role, name.replace(/\d+/g, "#"), look];
  return [...parts, form ? shapeOfForm(form) : ""].filter(Boolean).join(" ");
}

export function isField({ tag, type }: Pick<Control, "tag" | "type">): boolean {
  return /^(?:select|textarea)$/.test(tag) || (tag === "input" && type !== "submit");
}

/** A form by its fields: those of a list differ only in what is in them. What a search hides is where it is. */
export function shapeOfForm({ fields, method }: Form): string {
  const names = fields.map(({ name, type, value }) =>
    type === "hidden" && method === "post" && isWord(value)
      ? `${name}=${value}`
      : name.replace(/\d+/g, "#"),
  );
  return `${method}(${[...new Set(names)].join(",")})`;
}

/** Where a link leads: to which route, or which parameters of the present address it sets or drops. */
export function shapeOfLink(href: string, address: string): string {
  const [to, from] = [new URL(href), new URL(address)];
  if (to.origin !== from.origin) return to.protocol === "https:" ? "to another site" : to.protocol;
  const isOwn = routeOf(href) === routeOf(address);
  const set = [...new Set(to.searchParams.keys())].filter(
    (name) => !isOwn || to.searchParams.get(name) !== from.searchParams.get(name),
  );
  const isFewer = isOwn && set.length === 0 && to.search !== from.search;
  const query = set.length > 0 ? `?${set.sort().join("&")}` : isFewer ? "?fewer" : "";
  return `${routeOf(href)}${query}${to.hash === "" ? "" : "#"}`;
}

/** The path of an address without ids, dates and numbers. */
export function routeOf(address: string): string {
  const parts = new URL(address).pathname.split("/");
  return parts.map((part) => (isWord(part) ? part : "*")).join("/");
}

/** Not an id, a token, a date or a number. */
function isWord(text: string): boolean {
  return /^[a-z][a-z._-]{0,30}$/i.test(text) || text === "";
}

/** Classes say what a button looks like; those of a calendar also when it is. */
function lookOf(classes: string): string {
  return classes
    .split(/\s+/)
    .filter((each) => !/\d|past|future|today|start|end/.test(each))
    .join(".");
}
