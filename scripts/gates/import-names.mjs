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
  "accept add allocate answer apply archive ask assign authenticate book build cancel change check",
  "choose claim clear close collect complete copy count create deliver disable edit enable end enrol",
  "expire export find fill finish get give grant import insert invite issue join link list load lock",
  "make mark mint move notify offer open override place plan print publish put read rebook record",
  "refresh release remind remove rename render replace request reschedule reserve reset resolve restore",
  "revoke save schedule search seed send set settle start stop store submit swap sync take touch",
  "undo unlink update upload verify withdraw write",
].flatMap((line) => line.split(" "));
export const DOING = ["", "[^/]+/"].map(
  (folder) => `${FEATURE}${folder}(?!.*-(?:policy|rules)\\.ts$)(?:${VERBS.join("|")})[-.]`,
);
export const TEMPLATES = "^lib/notifications/templates/";

export const BASE =
  "^lib/(?:time/|money\\.ts$|refusal\\.ts$|ids\\.ts$|brand\\.ts$|school-context\\.ts$)";
export const GATEWAYS = "^lib/(?:email|stripe|google)/";
export const ENV = "^lib/(?:env|log)\\.ts$";
export const SCHEMA = "\\.schema\\.ts$";
export const TOOLS = "^(?:scripts|bench|e2e|emulators|lib/testing|prisma)/";
export const VENDORS =
  "node_modules/(?:@prisma|next-auth|resend|stripe|googleapis|pg|inngest|pino|@node-rs|@zxcvbn-ts|rate-limiter-flexible|ical-generator|temporal-polyfill)/";

function sourceFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
  } catch {
    return [];
  }
}

/**
 * Use cases and queries: the files of a feature that open a transaction, or call a function of the database
 * that writes, read from their text. Reading the facts of a booking is a step that several share.
 */
export function transactionOpeners() {
  const opens =
    /\b(?:inSchool|asSystem)\s*(?:<[^>]*>)?\(|\bcall(?:InSchool|AsSystem)\(\s*(?:\w+,\s*)?"(?!booking_facts|slots_version|member_of)/;
  const paths = FEATURES.flatMap((feature) => sourceFiles(join("lib", feature)))
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
