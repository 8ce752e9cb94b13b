import type { Db } from "@/lib/db/in-school";
import { phoneDigits, type FoldedSearch } from "./name-search";

const MAX_WORDS = 5;

/**
 * What somebody searches for, folded as the keys are (`fold_text`); null where it is nothing. A comma
 * parts words, as in "Price, Mia".
 */
export async function findFoldedSearch(
  db: Db,
  text: string | undefined,
): Promise<FoldedSearch | null> {
  if (text === undefined || text.trim() === "") return null;
  const [row] = await db.$queryRaw<
    { folded: string }[]
  >`SELECT fold_text(${text.replaceAll(/[,;،]/g, " ")}) AS folded`;
  const words = (row?.folded ?? "").split(" ").filter(Boolean).slice(0, MAX_WORDS);
  return { words, digits: phoneDigits(text) };
}
