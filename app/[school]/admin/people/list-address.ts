import { parseId } from "@/lib/ids";
import { searchText, textOf } from "@/lib/search-text";

export type ListSearch = Record<string, string | string[] | undefined>;

/** What a list of people shows, as its address says it. */
export function listAddress(search: ListSearch) {
  const id = (name: string) => parseId(textOf(search[name]));
  return {
    search: searchText(search["q"]),
    archived: search["archived"] === "yes",
    after: id("after"),
    before: id("before"),
  };
}
