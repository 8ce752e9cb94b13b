import { notFound } from "next/navigation";
import { parseId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";

/** What a query found, or the page that says there is nothing here. */
export async function found<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

/** The id in a part of the address. */
export function idOf<Id extends NonNullable<ReturnType<typeof parseId>>>(text: string): Id {
  return parseId<Id>(text) ?? notFound();
}
