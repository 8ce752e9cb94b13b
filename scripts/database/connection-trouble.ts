import { errorCode, Trouble } from "@/scripts/trouble";

const REFUSED = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "ECONNRESET"]);
const STARTING_OR_FULL = new Set(["57P03", "53300"]);

/** Turns a failed connection into one line that names the variable and what to do about it. */
export function connectionTrouble(error: unknown, variable: string, url: string): unknown {
  const where = placeOf(url);
  if (where === null) return addressTrouble(variable);
  const code = errorCode(error) ?? "";
  if (REFUSED.has(code) || hasMessage(error, /timeout expired|terminated/)) {
    return new Trouble(
      `No PostgreSQL server answers at ${where.host} (${variable}). Start it, or correct the address.`,
    );
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new Trouble(`The server name ${where.host} in ${variable} does not exist. Correct it.`);
  }
  if (code === "28P01" || code === "28000" || hasMessage(error, /^SASL|password must be/)) {
    return new Trouble(
      `The server at ${where.host} refuses the user "${where.user}" of ${variable}: wrong user, ` +
        "wrong password, or not allowed to connect. Correct it.",
    );
  }
  if (code === "3D000") {
    return new Trouble(
      `There is no database "${where.database}" at ${where.host} (${variable}). Create it, or ` +
        "correct the name.",
    );
  }
  if (hasMessage(error, /SSL|certificate/i)) {
    return new Trouble(
      `No secure connection to ${where.host} (${variable}): ${lineOf(error)}. Correct its sslmode, ` +
        "or name the server's certificate in NODE_EXTRA_CA_CERTS.",
    );
  }
  if (STARTING_OR_FULL.has(code)) {
    return new Trouble(`The server at ${where.host} (${variable}) is busy. Try again in a moment.`);
  }
  if (code === "42501" && variable !== "") {
    return new Trouble(`The user "${where.user}" of ${variable} lacks a right: ${lineOf(error)}`);
  }
  return error;
}

/** Refuses what is no PostgreSQL address before anything is tried with it. */
export function requireAddress(variable: string, url: string): void {
  if (placeOf(url) === null) throw addressTrouble(variable);
}

function addressTrouble(variable: string): Trouble {
  return new Trouble(
    `${variable} is not a PostgreSQL address such as postgresql://user:password@host:5432/database. ` +
      "Correct it; signs like # and / in a password are written %23 and %2F.",
  );
}

type Place = { host: string; user: string; database: string };

function placeOf(url: string): Place | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, username, pathname } = new URL(url);
  if (protocol !== "postgres:" && protocol !== "postgresql:") return null;
  const [user, database] = [decoded(username), decoded(pathname.slice(1))];
  return user && database ? { host, user, database } : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function hasMessage(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && pattern.test(error.message);
}

function lineOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
