import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Highest first: a feature imports only what stands after it. */
export const FEATURES = [
  "notifications",
  "resources",
  "billing",
  "booking",
  "scheduling",
  "people",
  "school",
];
export const SAME_RANK = [["notifications", "resources"]];
export const FEATURE = `^lib/(?:${FEATURES.join("|")})/`;
export const TEST = "\\.test\\.tsx?$";

/** A file of a feature whose name begins with one of these does something; every other decides. */
const VERBS = [
  "accept add allocate announce answer apply archive ask attach assign authenticate begin book build cancel change check",
  "choose claim clear close collect complete confirm copy count create deliver detach disable edit enable end enrol ensure",
  "expire export fetch find fill finish forget get give grant import insert invite issue join lift link list load lock",
  "make mark mint move notify offer open override owe place plan print publish put read rebook record redrive",
  "purge refresh refuse release remind remove rename render replace request reschedule reserve reset resolve restore",
  "revoke save schedule search seed send set settle start stop store submit swap sync sweep take tell touch",
  "undo unlink update upload verify wait withdraw write",
].flatMap((line) => line.split(" "));
export const DOING = ["", "[^/]+/"].map(
  (folder) => `${FEATURE}${folder}(?!.*-(?:policy|rules)\\.ts$)(?:${VERBS.join("|")})[-.]`,
);
export const TEMPLATES = "^lib/notifications/templates/";

export const BASE =
  "^lib/(?:time/|values/|money\\.ts$|refusal\\.ts$|ids\\.ts$|brand\\.ts$|school-context\\.ts$|feed-scope\\.ts$)";
export const EDGES = "^lib/(?:auth/|action\\.ts$|api[a-z-]*\\.ts$)";
export const GATEWAYS = "^lib/(?:email|stripe|google)/";
export const ENV = "^lib/(?:env|log)\\.ts$";
export const SCHEMA = "\\.schema\\.ts$";
export const TOOLS = "^(?:scripts|bench|e2e|emulators|lib/testing|prisma)/";
export const VENDORS =
  "node_modules/(?:@prisma|next-auth|resend|stripe|googleapis|pg|inngest|pino|@node-rs|@zxcvbn-ts|rate-limiter-flexible|temporal-polyfill)/";

function sourceFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
  } catch {
    return [];
  }
}

/** Reading is a step of its own: a use case may call a query, and holds what it read against the rows it writes. */
const QUERY = /[\\/](?:get|list|find|load|count|search)-[^\\/]*$/;
/** A mail waits for its turn between its own transactions, around the network and not in one. */
const STEPS_AROUND_THE_NETWORK = /lib[\\/]notifications[\\/]wait-for-mail-turn\.ts$/;

/**
 * Use cases: the files of a feature that open a transaction, or call a function of the database, read from
 * their text.
 */
export function useCases() {
  const opens = /\b(?:inSchool|asSystem|callInSchool|callAsSystem)\s*(?:<[^>]*>)?\(/;
  const paths = FEATURES.flatMap((feature) => sourceFiles(join("lib", feature)))
    .filter((path) => !QUERY.test(path) && !STEPS_AROUND_THE_NETWORK.test(path))
    .filter((path) => opens.test(readFileSync(path, "utf8")))
    .map((path) => `^${path.replaceAll("\\", "/").replace(/[.[\]()]/g, "\\$&")}$`);
  return paths.length > 0 ? paths : ["^there-is-none-yet$"];
}

export function rule([name, comment], from, to) {
  return { name, comment, severity: "error", from, to };
}

/** Packages or files that only some folders may import. */
export function only(name, path, allowed) {
  const comment = `Only ${allowed.join(", ")} may import this.`;
  return rule([name, comment], { pathNot: [...allowed, "^node_modules/"] }, { path });
}
export const asValue = { dependencyTypesNot: ["type-only"] };
