import { hash } from "@node-rs/bcrypt";

const COST = 12;
/** bcrypt reads no further: a longer password would only seem longer. */
export const MOST_PASSWORD_BYTES = 72;

export async function hashPassword(password: string): Promise<string> {
  return hash(readable(password), { cost: COST });
}

/** The same password typed on two keyboards is one password. */
export function readable(password: string): string {
  return password.normalize("NFKC");
}
