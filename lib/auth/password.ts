import { compare, hash } from "@node-rs/bcrypt";

const COST = 12;
/** bcrypt reads no further: a longer password would only seem longer. */
export const MOST_PASSWORD_BYTES = 72;

/** Compared with when there is no account, so that the answer takes as long: a hash of nothing known. */
const NOBODYS_HASH = "$2b$12$N1jS.BTCHBkIdBeu7Ihov.EkmOAQ6iZMiTsqh5E1llrMb3nayrW/2";

export async function hashPassword(password: string): Promise<string> {
  return hash(readable(password), { cost: COST });
}

/** Always exactly one comparison, whether there is a hash or not. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  const typed = readable(password);
  const tooLong = Buffer.byteLength(typed) > MOST_PASSWORD_BYTES;
  const same = await compare(tooLong ? "" : typed, kept ?? NOBODYS_HASH);
  return same && !tooLong && kept !== null;
}

/** The same password typed on two keyboards is one password. */
export function readable(password: string): string {
  return password.normalize("NFKC");
}
