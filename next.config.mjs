import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HTTPS_ONLY = [{ type: "header", key: "x-forwarded-proto", value: "https" }];

const STATIC_HEADERS = [
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  },
  {
    key: "Content-Security-Policy",
    value: "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  },
];

const BUILD = process.env.NEXT_DIST_DIR ?? ".next";

/**
 * The name of the build: a tab of an older one notices, and leaves by loading a whole page. Given to
 * the build by its script, which also writes it into the build, where the server finds it.
 */
function deploymentId() {
  const mark = path.join(BUILD, "built-from");
  const name = process.env.DEPLOYMENT_ID ?? (existsSync(mark) ? readFileSync(mark, "utf8") : "");
  return name === "" ? undefined : name.slice(0, 16);
}

/** @type {import("next").NextConfig} */
const config = {
  distDir: BUILD,
  deploymentId: process.env.NODE_ENV === "production" ? deploymentId() : undefined,
  poweredByHeader: false,
  // Types are a check of their own (npm test); a person who only starts the app does not wait for it.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Metadata always stands in the head, so that pages have a title without JavaScript.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["@node-rs/bcrypt", "@prisma/client", "inngest", "pg", "pg-boss", "pino"],
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  experimental: {
    serverActions: { bodySizeLimit: "256kb" },
  },
  headers: () => [
    { source: "/:path*", headers: STATIC_HEADERS },
    {
      source: "/:path*",
      has: HTTPS_ONLY,
      headers: [{ key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" }],
    },
  ],
};

export default config;
