const KEPT = "musicnme.typed";
const WANTED = "musicnme.put-back";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Pair = [name: string, value: string];
type Kept = {
  path: string;
  /** What the form is about: its hidden ids. Others of its kind may stand on the same page. */
  ids: Pair[];
  fields: Pair[];
};

/** Keeps what is typed in a form as it is sent, in this tab alone; passwords and hidden fields never. */
export function keepFields(form: HTMLFormElement): void {
  const fields = fieldsOf(form).filter((field) => !isTick(field) || field.checked);
  const typed: Kept = {
    path: window.location.pathname,
    ids: idsOf(form),
    fields: fields.map((field) => [field.name, field.value]),
  };
  window.sessionStorage.setItem(KEPT, JSON.stringify(typed));
}

/** After the next load of this page the kept fields are put back. */
export function askToPutBack(): void {
  window.sessionStorage.setItem(WANTED, "yes");
}

/** Puts back what was kept of this page, if that was asked for; once. */
export function putBackFields(): void {
  const [wanted, text] = [WANTED, KEPT].map((name) => window.sessionStorage.getItem(name));
  if (wanted === null || text == null) return;
  for (const name of [WANTED, KEPT]) window.sessionStorage.removeItem(name);
  const kept = JSON.parse(text) as Kept;
  if (kept.path !== window.location.pathname) return;
  const form = [...document.forms].find((each) => isFormOf(kept, each));
  if (form)
    fill(
      fieldsOf(form),
      Map.groupBy(kept.fields, ([name]) => name),
    );
}

function isFormOf({ ids, fields }: Kept, form: HTMLFormElement): boolean {
  const names = new Set(fieldsOf(form).map(({ name }) => name));
  const own = new Set(idsOf(form).map(String));
  return ids.every((id) => own.has(String(id))) && fields.every(([name]) => names.has(name));
}

function fill(fields: readonly Field[], values: Map<string, Pair[]>): void {
  for (const field of fields) {
    if (isTick(field)) {
      const ticked = values.get(field.name)?.some(([, value]) => value === field.value) ?? false;
      if (field.checked !== ticked) field.click();
      continue;
    }
    const next = values.get(field.name)?.shift();
    if (next === undefined || field.value === next[1]) continue;
    // React listens to the event, and asks the element's own setter for what it knew before.
    const prototype = Object.getPrototypeOf(field) as object;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, next[1]);
    for (const event of ["input", "change"])
      field.dispatchEvent(new Event(event, { bubbles: true }));
    field.closest("details")?.setAttribute("open", "");
  }
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements]
    .filter(
      (element): element is Field =>
        (element instanceof HTMLInputElement &&
          !/^(?:hidden|password|file|submit)$/.test(element.type)) ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement,
    )
    .filter(({ name }) => name !== "");
}

function idsOf(form: HTMLFormElement): Pair[] {
  return [...form.elements]
    .filter((element): element is HTMLInputElement => element instanceof HTMLInputElement)
    .filter(({ type }) => type === "hidden")
    .map(({ name, value }): Pair => [name, value])
    .filter(([name]) => /(?:^id|Id)$/.test(name));
}

function isTick(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type);
}
