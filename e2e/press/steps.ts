import type { Findings, Form } from "./control";
import type { Manner } from "./judge";
import { isField, type Kind, kindsOf, routeOf, shapeOfForm } from "./kinds";

/** A kind of control and how it is pressed. */
export type Step = { key: string; kind: Kind; manner: Manner };

export type Found = {
  steps: Step[];
  /** Links to pages that are pressed for themselves: it is enough that they answer. */
  links: string[];
};

type Asked = { address: string; width: number; aroundToo: boolean };

/** What is to be pressed of what was found, each kind once, a form first with nothing in it. */
export function stepsIn(findings: Findings, { address, width, aroundToo }: Asked): Found {
  const found: Found = { steps: [], links: [] };
  for (const kind of kindsOf(findings, address)) {
    const { control, key } = kind;
    if (control.where === "around" && !aroundToo) continue;
    // The way to where one is already.
    if (control.href === address || control.href === withoutHash(address)) continue;
    if (control.href !== null && !isPressed(control.href, address)) {
      found.links.push(control.href);
      continue;
    }
    const form = control.form === null ? undefined : findings.forms[control.form];
    if (isField(control)) {
      if (form !== undefined && form.submits.length > 0) continue;
      found.steps.push({ key, kind, manner: "plain" });
      continue;
    }
    // What stands around all pages looks different on a phone, and is another thing there.
    const own = control.where === "around" ? `${width}: ${key}` : key;
    for (const manner of mannersOf(control.type, form)) {
      found.steps.push({ key: manner === "empty" ? emptyKey(form) : own, kind, manner });
    }
  }
  return found;
}

/** States of this page and what is no page; the other pages are pressed for themselves. */
function isPressed(href: string, address: string): boolean {
  const [link, page] = [new URL(href), new URL(address)];
  if (link.origin !== page.origin || /\.\w+$|^\/api\//.test(link.pathname)) return true;
  return isSameRoute(href, address);
}

export function isSameRoute(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin && routeOf(one) === routeOf(other);
}

export function withoutHash(address: string): string {
  return address.split("#")[0] ?? "";
}

function mannersOf(type: string, form: Form | undefined): Manner[] {
  if (type !== "submit" || form === undefined) return ["plain"];
  return form.fields.some(({ isShown }) => isShown) ? ["empty", "valid"] : ["valid"];
}

function emptyKey(form: Form | undefined): string {
  return `empty ${form === undefined ? "" : shapeOfForm(form)}`;
}
