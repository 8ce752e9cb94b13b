type ClassPart = string | false | null | undefined;

export function classNames(...parts: readonly ClassPart[]): string {
  return parts.filter(Boolean).join(" ");
}
