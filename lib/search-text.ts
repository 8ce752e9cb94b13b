/** One value of an address; a parameter that is missing or said twice is no text. */
export function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}

/** What somebody searches for; PostgreSQL keeps no NUL, and nobody types one. */
export function searchText(value: string | string[] | undefined): string {
  return textOf(value).replaceAll("\0", "").slice(0, 100);
}
