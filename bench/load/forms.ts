import type { Sent } from "./http";

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
};

export type FormFields = [name: string, value: string][];

/** The hidden fields of the form in a page that has a field of that name; null when there is none. */
export function formFields(html: string, withField: string): FormFields | null {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  for (const form of forms) {
    const inputs = form.match(/<input\b[^>]*>/g) ?? [];
    if (!inputs.some((input) => attribute(input, "name") === withField)) continue;
    return inputs
      .filter((input) => attribute(input, "type") === "hidden")
      .map((input) => [attribute(input, "name") ?? "", attribute(input, "value") ?? ""]);
  }
  return null;
}

/** What a browser without JavaScript sends for a form whose action is a server action. */
export function formPost(page: Sent, fields: FormFields): Sent {
  const boundary = `----bench${Math.random().toString(36).slice(2)}`;
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    url: page.url,
    method: "POST",
    headers: {
      ...page.headers,
      origin: new URL(page.url).origin,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return (
    value?.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity) ?? null
  );
}
