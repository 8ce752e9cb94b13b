import {
  DOING,
  ENV,
  FEATURE,
  FEATURES,
  BASE,
  EDGES,
  GATEWAYS,
  SAME_RANK,
  SCHEMA,
  TEMPLATES,
  TEST,
  VENDORS,
  asValue,
  only,
  rule,
  useCases,
} from "./import-names.mjs";

export const layers = [
  rule(
    [
      "app-composes",
      "A route calls queries and use cases; it never opens the database or a vendor.",
    ],
    { path: "^app/", pathNot: ["^app/api/inngest/", TEST] },
    { path: [`^lib/(?:db|events)/`, GATEWAYS, "^inngest/"] },
  ),
  rule(
    ["app-inngest-wires", "The Inngest route wires functions; the database stays behind lib."],
    { path: "^app/api/inngest/" },
    { path: ["^lib/db/", GATEWAYS] },
  ),
  rule(
    [
      "components-show",
      "Components import components, schemas, pure files and types; actions arrive as props.",
    ],
    { path: "^components/", pathNot: TEST },
    {
      path: ["^(?:app|inngest)/", "^lib/", "^(?:proxy|instrumentation)\\.ts$"],
      pathNot: [BASE, SCHEMA, FEATURE],
      ...asValue,
    },
  ),
  rule(
    [
      "components-call-no-use-case",
      "Components never call a use case or query: pass the action or the data as props.",
    ],
    { path: "^components/", pathNot: TEST },
    { path: [...DOING, ...useCases()], pathNot: SCHEMA, ...asValue },
  ),
  rule(
    [
      "components-know-no-server",
      "No database, sign-in, vendor or Node module in a component, not even as a type of the database.",
    ],
    { path: "^components/", pathNot: TEST },
    { path: ["^lib/db/", VENDORS, "^node:"] },
  ),
  rule(
    ["components-no-node", "Node's own modules do not exist in a browser."],
    { path: "^components/", pathNot: TEST },
    { dependencyTypes: ["core"] },
  ),
  rule(
    ["ui-knows-no-domain", "The design system knows no domain word."],
    { path: "^components/ui/", pathNot: TEST },
    { path: ["^lib/", "^components/(?!ui/)"] },
  ),
  rule(
    ["inngest-is-shallow", "A function calls lib; it knows no screen and no database."],
    { path: "^inngest/", pathNot: TEST },
    { path: ["^(?:app|components)/", "^lib/db/", GATEWAYS] },
  ),
  rule(
    ["lib-knows-no-screen", "lib stands below app, components and inngest."],
    { path: "^lib/", pathNot: "^lib/testing/" },
    { path: "^(?:app|components|inngest)/|^(?:proxy|instrumentation)\\.ts$" },
  ),
  rule(
    [
      "features-know-no-edge",
      "Session, action and route helpers belong to the edge; a feature takes a SchoolContext.",
    ],
    { path: FEATURE, pathNot: TEST },
    { path: EDGES },
  ),
  rule(
    ["features-know-no-framework", "Domain code runs without Next and React."],
    { path: FEATURE, pathNot: [TEST, TEMPLATES] },
    { path: "node_modules/(?:next|react|react-dom)/" },
  ),
  rule(
    [
      "vendors-behind-top-features",
      "Only notifications, billing and resources talk to a gateway or read the environment.",
    ],
    { path: FEATURE, pathNot: ["^lib/(?:notifications|billing|resources)/", TEST] },
    { path: [GATEWAYS, ENV] },
  ),
  rule(
    [
      "edges-know-no-feature",
      "lib/auth, lib/action, lib/api and lib/events serve every feature and know none.",
    ],
    { path: [EDGES, "^lib/events/"], pathNot: TEST },
    { path: FEATURE },
  ),
  rule(
    ["auth-below-action-and-api", "lib/action and lib/api use lib/auth, not the other way."],
    { path: "^lib/(?:auth|events|db)/", pathNot: TEST },
    { path: "^lib/(?:action|api)\\.ts$" },
  ),
  rule(
    ["db-below-everything", "lib/db knows no feature, no event and no sign-in."],
    { path: "^lib/db/", pathNot: TEST },
    { path: [FEATURE, GATEWAYS, "^lib/(?:auth|events)/"] },
  ),
  rule(
    ["gateways-are-thin", "A gateway knows its vendor and the base, nothing above."],
    { path: GATEWAYS, pathNot: TEST },
    { path: "^lib/", pathNot: [BASE, ENV, GATEWAYS] },
  ),
  rule(
    [
      "base-stands-alone",
      "time, values, money, ids, refusal and school-context import only each other.",
    ],
    { path: BASE, pathNot: TEST },
    { path: ["^lib/", "node_modules/(?:next|react|@prisma|pg|next-auth)/"], pathNot: BASE },
  ),
  rule(
    [
      "watching-serves-all",
      "lib/watching and lib/log serve everything and know no feature and no edge.",
    ],
    { path: "^lib/(?:watching/|log\\.ts$)", pathNot: TEST },
    { path: [FEATURE, EDGES, GATEWAYS, "^lib/events/"] },
  ),
  rule(
    ["env-stands-alone", "lib/env knows zod and process.env."],
    { path: "^lib/env\\.ts$" },
    { path: "^lib/" },
  ),
];

export const features = FEATURES.flatMap((feature, index) => {
  const peers = SAME_RANK.find((rank) => rank.includes(feature)) ?? [];
  const notBelow = [...FEATURES.slice(0, index), ...peers].filter((other) => other !== feature);
  if (notBelow.length === 0) return [];
  return rule(
    [
      `${feature}-imports-only-below`,
      "Features import downwards only: what changes both lives in the higher one; events are for later.",
    ],
    { path: `^lib/${feature}/`, pathNot: TEST },
    { path: `^lib/(?:${[...new Set(notBelow)].join("|")})/` },
  );
});
