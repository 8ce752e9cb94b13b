import { compare } from "@node-rs/bcrypt";
import { MOST_PASSWORD_BYTES, readable } from "./password";

/** Compared with when there is no account, so that the answer takes as long: a hash of nothing known. */
const NOBODYS_HASH = "$2b$12$N1jS.BTCHBkIdBeu7Ihov.EkmOAQ6iZMiTsqh5E1llrMb3nayrW/2";

/** Always exactly one comparison, whether there is a hash or not. For `check-password` alone, which counts. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  const typed = readable(password);
  const tooLong = Buffer.byteLength(typed) > MOST_PASSWORD_BYTES;
  const same = await compare(tooLong ? "" : typed, kept ?? NOBODYS_HASH);
  return same && !tooLong && kept !== null;
}
