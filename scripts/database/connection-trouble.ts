import { errorCode, Trouble } from "@/scripts/trouble";

const REFUSED = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "ECONNRESET"]);
const STARTING_OR_FULL = new Set(["57P03", "53300"]);

/** Turns a failed connection into one line that names the variable and what to do about it. */
export function connectionTrouble(error: unknown, variable: string, url: string): unknown {
  const where = placeOf(url);
  if (where === null) {
    return new Trouble(`${variable} is not a PostgreSQL address: see .env.example for its form.`);
  }
  const code = errorCode(error) ?? "";
  if (REFUSED.has(code) || isTimeout(error)) {
    return new Trouble(
      `No PostgreSQL server answers at ${where.host} (${variable}). Start it, or correct the address.`,
    );
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new Trouble(`The server name ${where.host} in ${variable} does not exist. Correct it.`);
  }
  if (code === "28P01" || code === "28000") {
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
  if (STARTING_OR_FULL.has(code)) {
    return new Trouble(`The server at ${where.host} (${variable}) is busy. Try again in a moment.`);
  }
  if (code === "42501" && variable !== "") {
    return new Trouble(`The user "${where.user}" of ${variable} lacks a right: ${lineOf(error)}`);
  }
  return error;
}

type Place = { host: string; user: string; database: string };

function placeOf(url: string): Place | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, username, pathname } = new URL(url);
  if (protocol !== "postgres:" && protocol !== "postgresql:") return null;
  return { host, user: decodeURIComponent(username), database: pathname.slice(1) };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout expired|terminated unexpectedly/.test(error.message);
}

function lineOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
