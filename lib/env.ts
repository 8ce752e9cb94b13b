import { z } from "zod";

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must look like postgresql://user:password@host:5432/database",
});
const webUrl = z.url({ protocol: /^https?$/, error: "must be a web address such as https://…" });
const port = z.coerce.number().int().min(1).max(65_535);
const secret = z.string().min(32, "must be a random text of at least 32 characters");

const envSchema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    PORT: port.default(3000),
    APP_URL: webUrl.optional(),
    DATABASE_URL: postgresUrl,
    DATABASE_SYSTEM_URL: postgresUrl,
    DATABASE_JOBS_URL: postgresUrl.optional(),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(8),
    NEXTAUTH_SECRET: secret,
    LINK_SECRET: secret,
    RESEND_API_KEY: z.string().min(1),
    RESEND_BASE_URL: webUrl.optional(),
    RESEND_WEBHOOK_SECRET: z.string().min(1).optional(),
    MAIL_FROM: z.email().default("school@musicnme.example"),
    CONTACT_EMAIL: z.email().optional(),
    MAIL_PER_SECOND: z.coerce.number().min(0.1).max(1_000).default(2),
    INNGEST_EVENT_KEY: z.string().min(1).optional(),
    INNGEST_SIGNING_KEY: z.string().min(1).optional(),
    INNGEST_BASE_URL: webUrl.optional(),
    INNGEST_DEV: z.string().min(1).optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional(),
    NEXT_DEPLOYMENT_ID: z.string().min(1).optional(),
    MUSICNME_DATA_DIR: z.string().min(1).default(".data"),
    TRUST_PROXY: z.stringbool().default(false),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
      .default("info"),
  })
  .transform((raw) => ({ ...raw, APP_URL: raw.APP_URL ?? `http://localhost:${raw.PORT}` }));

export type Env = z.infer<typeof envSchema>;
type Source = Record<string, string | undefined>;

/** `next build` reads pages without a database or secrets: it gets these, which open nothing. */
const BUILD_PLACEHOLDERS: Source = {
  DATABASE_URL: "postgresql://build@127.0.0.1:1/none",
  DATABASE_SYSTEM_URL: "postgresql://build@127.0.0.1:1/none",
  NEXTAUTH_SECRET: "build-time-placeholder-that-signs-nothing",
  LINK_SECRET: "build-time-placeholder-that-signs-nothing",
  RESEND_API_KEY: "build",
};

/** The settings, or one clear line for each that is missing or wrong. */
export function parseEnv(source: Source): { env: Env } | { problems: readonly string[] } {
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value !== "");
  const parsed = envSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { env: parsed.data };
  return { problems: parsed.error.issues.map((issue) => describeIssue(issue, source)) };
}

function describeIssue(issue: z.core.$ZodIssue, source: Source): string {
  const name = String(issue.path[0] ?? "");
  if (!source[name]) return `${name} is not set: see .env.example.`;
  return `${name} ${issue.message.replace(/^Invalid input: /, "is wrong: ")}.`;
}

const LOGINS_OF_THE_APP = new Set(["DATABASE_URL", "DATABASE_SYSTEM_URL", "DATABASE_JOBS_URL"]);
/** What PostgreSQL's clients take where an address says less. */
const LOGIN_DEFAULTS = /^PG(?:USER|PASSWORD|PASSFILE|SERVICE|SERVICEFILE)$/;

/**
 * The variables that hold a database login beside those of the app, such as the owner's, which could
 * switch the walls between schools off: no server may find them.
 */
export function strangeLoginsIn(source: Source): string[] {
  return Object.entries(source)
    .filter(([name, value]) => {
      if (value === undefined || value === "" || LOGINS_OF_THE_APP.has(name)) return false;
      const isLogin = name === "DATABASE_OWNER_URL" || LOGIN_DEFAULTS.test(name);
      return isLogin || /postgres(?:ql)?:\/\//i.test(value);
    })
    .map(([name]) => name)
    .sort();
}

/** Refuses to serve beside such a login: whoever got into the server would have it. */
export function refuseStrangeLogins(source: Source = process.env): void {
  const names = strangeLoginsIn(source);
  if (names.length === 0) return;
  throw new Error(
    `the server must not find ${names.join(", ")} in its environment. Move such lines from .env to ` +
      ".env.setup, which only the set-up reads (see .env.setup.example).",
  );
}

/** Refuses to boot, saying every problem at once. */
export function requireEnv(): Env {
  loaded ??= load();
  return loaded;
}

let loaded: Env | undefined;

function load(): Env {
  const building = process.env["NEXT_PHASE"] === "phase-production-build";
  const result = parseEnv(building ? { ...BUILD_PLACEHOLDERS, ...process.env } : process.env);
  if ("problems" in result) throw new Error(result.problems.join("\n"));
  // next-auth reads its own address from here, and from nowhere else.
  process.env["NEXTAUTH_URL"] ??= result.env.APP_URL;
  return result.env;
}

/** Parsed on the first read, so that pure code can be imported where nothing is set. */
export const env: Env = new Proxy({} as Env, {
  get: (_target, name) => Reflect.get(requireEnv(), name) as unknown,
});
