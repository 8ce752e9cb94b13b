import { parseId } from "@/lib/ids";

export type ListSearch = Record<string, string | string[] | undefined>;

/** What a list of people shows, as its address says it. */
export function listAddress(search: ListSearch) {
  const id = (name: string) => parseId(textOf(search[name]));
  return {
    search: textOf(search["q"]).slice(0, 100),
    archived: search["archived"] === "yes",
    after: id("after"),
    before: id("before"),
  };
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
