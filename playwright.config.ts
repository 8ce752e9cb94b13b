import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
const executablePath =
  process.env.E2E_BROWSER ?? SYSTEM_BROWSERS.find((path) => existsSync(path)) ?? undefined;
const PRESS = "**/press.spec.ts";
/** Builds the app once more: at one width. */
const UPDATE = "**/after-an-update.spec.ts";
const report = process.env.E2E_REPORT;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: report ? [["line"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    locale: "en-AU",
    timezoneId: "Australia/Sydney",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "http", testMatch: "**/http-*.spec.ts" },
    {
      name: "http-without-proxy",
      testMatch: "**/http-{actions,pages,routes}.spec.ts",
      grepInvert: /@proxy/,
      use: { baseURL: process.env.E2E_NO_PROXY_URL },
    },
    // At both widths by itself.
    { name: "press", testMatch: PRESS, timeout: 600_000 },
    {
      name: "phone",
      testIgnore: ["**/{http,admin,teach}-*.spec.ts", UPDATE, PRESS],
      use: {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
        colorScheme: "light",
      },
    },
    {
      name: "desktop",
      testIgnore: ["**/{http-*,sign-in}.spec.ts", PRESS],
      grepInvert: /@phone/,
      use: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
    },
  ],
});
