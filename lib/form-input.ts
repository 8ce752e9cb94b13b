import type { z } from "zod";

/** The fields that a person or script sent: texts, and lists where a field came more than once. */
export function inputOfForm(form: FormData): Record<string, string | string[]> {
  const fields = [...textsByField(form)].map(([name, texts]) => {
    if (name.endsWith("[]")) return [name.slice(0, -2), texts] as const;
    return [name, texts.length === 1 ? (texts[0] ?? "") : texts] as const;
  });
  return Object.fromEntries(fields);
}

/** What is shown again in a form that was refused: whole, or the next save would lose its end. */
export function keptValuesOf(form: FormData): {
  values: Record<string, string>;
  lists: Record<string, string[]>;
} {
  const values: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  for (const [name, texts] of textsByField(form)) {
    if (/password|token|secret/i.test(name)) continue;
    if (name.endsWith("[]")) lists[name.slice(0, -2)] = texts;
    else if (texts.length > 1) lists[name] = texts;
    else values[name] = texts[0] ?? "";
  }
  return { values, lists };
}

/** The first thing that is wrong with each field, in words for a person. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[String(issue.path[0] ?? "form")] ??= issueText(issue);
  return fields;
}

function issueText(issue: z.core.$ZodIssue): string {
  const own = !/^(?:Invalid|Too|Unrecognized|Expected)/.test(issue.message);
  if (own) return issue.message;
  if (issue.code === "too_big") return "This is too much.";
  if (issue.code === "too_small" || issue.code === "invalid_type") return "Fill this in.";
  return "Check this.";
}

/** Each field with its texts, in one pass. PostgreSQL keeps no NUL, and nobody types one. */
function textsByField(form: FormData): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION") || name.startsWith("__proto__")) continue;
    const texts = fields.get(name) ?? [];
    if (typeof value === "string") texts.push(value.replaceAll("\0", ""));
    fields.set(name, texts);
  }
  return fields;
}
