import type { Control, Field, Filling, Findings, Form, Look, PageReport } from "./control";
import { noteWhatIsPutOff } from "./put-off";

type Pressing = {
  found: HTMLElement[];
  forms: HTMLFormElement[];
  pressed: Element | null;
  focused: Element | null;
  changes: number;
  allChanges: number;
  effects: string[];
  /** What the page has put off for a moment, such as a search while somebody types. */
  soon: Set<number>;
  find: () => Findings;
  mark: (place: number) => void;
  report: () => PageReport;
  look: () => Look;
  fill: (form: number, filling: Filling[]) => void;
  /** Whether nothing changes any more; false while the scripts have not taken over. */
  rests: () => Promise<boolean>;
};

declare global {
  var pressing: Pressing;
}

function begin(): void {
  const pressing: Pressing = {
    ...{ found: [], forms: [], pressed: null, focused: null, effects: [], soon: new Set() },
    ...{ changes: 0, allChanges: 0 },
    ...{ find, mark, report, look, fill, rests },
  };
  Object.assign(window, { pressing });
  const note = (effect: string) => pressing.effects.push(effect);
  window.print = () => void note("printing");
  if ("clipboard" in navigator) {
    navigator.clipboard.writeText = async () => void note("copying");
  }
  document.addEventListener(
    "invalid",
    (event) => note(`asks for ${nameOf(event.target as HTMLElement)}`),
    true,
  );
  document.addEventListener("click", (event) => leaveOrStay(event, note), true);
  new MutationObserver((records) => {
    pressing.allChanges += 1;
    if (records.some(isSeen)) pressing.changes += 1;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

function here(): Pressing {
  return globalThis.pressing;
}

/** Ways out of the site are noted and not gone. */
function leaveOrStay(event: Event, note: (effect: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin === location.origin) return;
  event.preventDefault();
  note(`leaving by ${link.protocol}`);
}

function isSeen({ target }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement;
  return element !== null && element.closest("head, script, style, next-route-announcer") === null;
}

function find(): Findings {
  const pressing = here();
  const modal = document.querySelector("dialog:modal");
  const root = modal ?? document;
  const selector =
    "a[href], a[tabindex], button, summary, select, textarea, input:not([type=hidden]), [role=button], [role=tab], [role=menuitem], [role=switch]";
  pressing.found = [...root.querySelectorAll<HTMLElement>(selector)].filter(isShown);
  pressing.forms = [...root.querySelectorAll("form")];
  return {
    controls: pressing.found.map(controlOf),
    forms: pressing.forms.map(formOf),
  };
}

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
}

function controlOf(element: HTMLElement, place: number): Control {
  const form = "form" in element ? (element.form as HTMLFormElement | null) : null;
  const isToggle = element instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(element.type);
  const value = "value" in element ? String(element.value) : "";
  return {
    place,
    tag: element.localName,
    type: "type" in element ? String(element.type) : "",
    role: element.getAttribute("role") ?? "",
    name: element.getAttribute("name") ?? "",
    text: nameOf(element),
    classes: element.getAttribute("class") ?? "",
    href: element instanceof HTMLAnchorElement && element.href !== "" ? element.href : null,
    isDownload: element.hasAttribute("download"),
    form: form === null ? null : here().forms.indexOf(form),
    where: whereIs(element),
    isDisabled: element.matches(":disabled, [aria-disabled=true], :disabled *"),
    value: isToggle ? String(element.checked) : value,
  };
}

function whereIs(element: Element): Control["where"] {
  if (element.closest("dialog, [role=dialog]")) return "dialog";
  return element.closest("main") ? "main" : "around";
}

function nameOf(element: HTMLElement): string {
  const labels = "labels" in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
  const texts = [
    element.getAttribute("aria-label"),
    ...(labels ? [...labels].map(({ innerText }) => innerText) : []),
    element.innerText,
    element.textContent,
    element.title,
    element.getAttribute("name"),
  ];
  const text = texts.find((each) => each && each.trim() !== "") ?? "";
  return text.replace(/\s+/g, " ").trim().slice(0, 80);
}

function formOf(form: HTMLFormElement, place: number): Form {
  const elements = [...form.elements] as HTMLElement[];
  const fields = elements.map(fieldOf).filter((field) => field !== null);
  const submits = elements.filter((each) => each.matches("[type=submit]")).map(nameOf);
  // What React has drawn by itself names no method: a script sends it.
  const method = form.action.startsWith("javascript:") ? "post" : form.method;
  return { place, method, fields, submits };
}

function fieldOf(element: HTMLElement, place: number): Field | null {
  const isField = element.matches("input, select, textarea") && element.hasAttribute("name");
  if (!isField || element.matches(":disabled, [type=submit], [name^='$ACTION']")) return null;
  const input = element as HTMLInputElement;
  const options = element instanceof HTMLSelectElement ? [...element.options] : [];
  return {
    place,
    tag: element.localName,
    type: input.type,
    name: input.name,
    label: nameOf(element),
    value: input.value,
    isChecked: input.checked === true,
    isRequired: input.required,
    isShown: input.type !== "hidden" && isShown(element) && !input.readOnly,
    options: options.filter(({ disabled }) => !disabled).map(({ value }) => value),
    min: input.min ?? "",
    max: input.max ?? "",
    purpose: input.autocomplete ?? "",
  };
}

function mark(place: number): void {
  const pressing = here();
  pressing.pressed = pressing.found[place] ?? null;
  pressing.focused = document.activeElement;
  pressing.changes = 0;
  pressing.effects = [];
}

function report(): PageReport {
  const { changes, effects, pressed, focused } = here();
  const now = document.activeElement;
  const isWritten = pressed !== null && pressed.matches("textarea, input:not([type=submit])");
  const focusMoved = now !== focused && now !== document.body && (now !== pressed || isWritten);
  return { changes, effects, focusMoved };
}

function look(): Look {
  const textsOf = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter(isShown)
      .map(({ innerText }) => innerText.replace(/\s+/g, " ").trim())
      .filter((text) => text !== "");
  const wrong = [...document.querySelectorAll<HTMLElement>("[aria-invalid=true]")];
  return {
    url: location.href,
    title: document.title,
    heading: textsOf("h1").join(" "),
    alerts: textsOf("[role=alert]"),
    statuses: textsOf("[role=status]"),
    wrongFields: wrong.map((each) => `${nameOf(each)}: ${errorOf(each)}`),
    waysOn: [...document.querySelectorAll<HTMLElement>("a[href], button, summary")].filter(leadsOn)
      .length,
  };
}

function errorOf(element: Element): string {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ");
  const error = ids.find((id) => id.endsWith("-error")) ?? "";
  return document.getElementById(error)?.innerText ?? "no reason is given";
}

function leadsOn(element: HTMLElement): boolean {
  if (!isShown(element) || element.matches(":disabled")) return false;
  if (!(element instanceof HTMLAnchorElement)) return true;
  return element.href.split("#")[0] !== location.href.split("#")[0];
}

/** As a person would leave the fields: React hears of each change. */
function fill(form: number, filling: Filling[]): void {
  const elements = here().forms[form]?.elements ?? [];
  for (const { place, value, check } of filling) {
    const element = elements[place] as HTMLInputElement | undefined;
    if (element === undefined) continue;
    if (check !== undefined) {
      if (element.checked !== check) element.click();
      continue;
    }
    const prototype = Object.getPrototypeOf(element) as object;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
    for (const type of ["input", "change"])
      element.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** Whatever React or the network still has to do comes before an idle moment. */
async function rests(): Promise<boolean> {
  const pressable = [...document.querySelectorAll("button, form")].filter(isShown);
  const isTaken = (element: Element) =>
    Object.keys(element).some((key) => key.startsWith("__react"));
  if (document.readyState !== "complete" || !pressable.every(isTaken)) return false;
  // A part that says itself that it is not ready.
  if (document.querySelector('[aria-busy="true"]') !== null) return false;
  const pressing = here();
  if (pressing.soon.size > 0) return false;
  const changes = pressing.allChanges;
  // A page that is never drawn has no frames.
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 510);
    });
  for (const wait of [idle, frame, frame, idle]) await wait();
  return pressing.allChanges === changes && pressing.soon.size === 0;
}

const READ = [find, isShown, controlOf, whereIs, nameOf, formOf, fieldOf, look, errorOf, leadsOn];
const REST = [begin, here, leaveOrStay, isSeen, mark, report, fill, rests, noteWhatIsPutOff];
const CALLS = "begin(); noteWhatIsPutOff(pressing.soon);";

export const IN_PAGE_SCRIPT = `(() => {\n${[...READ, ...REST].join("\n")}\n${CALLS}\n})()`;
