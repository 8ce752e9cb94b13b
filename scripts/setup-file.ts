import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv as parseLines } from "node:util";
import { strangeLoginsIn } from "@/lib/env";
import type { Env } from "@/scripts/children";
import { Trouble } from "@/scripts/trouble";

/** What only the set-up reads: the owner's login. Next reads every file below, into the server. */
export const SETUP_FILE = ".env.setup";
const FILES_OF_NEXT = ["", ".local", ".production", ".production.local", ".development"]
  .concat(".development.local")
  .map((kind) => `.env${kind}`);

/** The server finds what stands in these files, whatever its starter holds back. */
export function refuseStrangeLines(folder = "."): void {
  for (const file of FILES_OF_NEXT.filter((name) => existsSync(path.join(folder, name)))) {
    const names = strangeLoginsIn(parseLines(readFileSync(path.join(folder, file), "utf8")));
    if (names.length === 0) continue;
    throw new Trouble(
      `${file} is read by the server too, which must not have the owner's login: move the line of ` +
        `${names.join(" and of ")} to ${SETUP_FILE}.`,
    );
  }
}

/** The environment of a server: without the logins that are none of the app's. */
export function envOfServer(env: Env): Env {
  const hidden = strangeLoginsIn(env).map((name) => [name, undefined]);
  return { ...env, ...(Object.fromEntries(hidden) as Env) };
}
