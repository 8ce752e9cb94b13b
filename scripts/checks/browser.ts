import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { say } from "@/scripts/command";
import { Trouble } from "@/scripts/trouble";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const APT = "/usr/bin/apt-get";
const PLAYWRIGHT = "node_modules/playwright/cli.js";

/** A Chromium to test with: Playwright's own, the system's, or one that is installed now. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  say("No Chromium found: installing one ...");
  installBrowser();
  const installed = findBrowser();
  if (installed) return installed;
  throw new Trouble(
    "The browser tests need Chromium and it could not be installed here. Run one of these lines: " +
      "sudo apt-get install -y chromium   or   npx playwright install --with-deps chromium",
  );
}

function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...SYSTEM_BROWSERS].find((file) => existsSync(file));
}

function installBrowser(): void {
  if (process.getuid?.() === 0 && existsSync(APT)) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync(APT, ["update"], { stdio: "ignore", env, timeout: 120_000 });
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    const { status } = spawnSync(APT, install, { stdio: "ignore", env, timeout: 300_000 });
    if (status === 0) return;
  }
  const install = [PLAYWRIGHT, "install", "chromium"];
  spawnSync(process.execPath, install, { stdio: "ignore", timeout: 300_000 });
}
