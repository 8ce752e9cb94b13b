import { z } from "zod";

const shape = z.email().max(254);

/** The one form in which an address is kept and compared; null when it is none. */
export function normaliseEmail(text: string): string | null {
  const parsed = shape.safeParse(text.normalize("NFKC").trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}
