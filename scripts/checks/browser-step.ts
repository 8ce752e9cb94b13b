import { ensureBrowser } from "@/scripts/checks/browser";
import {
  countOne,
  countPlaywright,
  readReport,
  reportPlace,
  soundCounts,
} from "@/scripts/checks/counts";
import type { Step } from "@/scripts/checks/step";
import { buildApp, isBuilt } from "@/scripts/app-build";
import { serveWithoutProxy } from "@/scripts/app-without-proxy";
import { runNode } from "@/scripts/children";
import { dataFolder } from "@/scripts/data-folder";
import { openThrowawayApp, type ThrowawayApp } from "@/scripts/throwaway-app";

/** The production build, which the browser tests (and `npm start`) then use. */
export function buildStep(): Step {
  return {
    name: "production build",
    run: async () => {
      if (isBuilt()) return { ...countOne(0), output: "" };
      const { code, output } = await buildApp();
      return { ...countOne(code), output };
    },
  };
}

/** Journeys and every control of every page in a real browser, on a database, an inbox and ports of their own. */
export function browserStep(filters: readonly string[]): Step {
  return {
    name: "browser",
    run: async () => {
      const browser = ensureBrowser();
      const app = await openThrowawayApp({ durable: false, withDemo: true });
      const report = reportPlace();
      const { code, output } = await runNode(
        ["node_modules/@playwright/test/cli.js", "test", ...filters],
        {
          ...app.env,
          NO_COLOR: "1",
          E2E_BASE_URL: app.url,
          E2E_APP_PID: String(app.pid),
          E2E_APP_ENV: JSON.stringify(app.env),
          E2E_DATA_DIR: dataFolder(),
          E2E_NO_PROXY_URL: await serveWithoutProxy(app),
          E2E_INBOX_URL: app.inboxUrl,
          E2E_SUPERUSER_URL: superuserOfApp(app),
          E2E_BROWSER: browser,
          E2E_REPORT: report,
        },
      );
      return { ...soundCounts(countPlaywright(readReport(report)), code), output };
    },
  };
}

/** For the tests' own schools: the superuser, in the app's database. */
function superuserOfApp({ database }: ThrowawayApp): string {
  const url = new URL(database.superuserUrl);
  url.pathname = new URL(database.urls.owner).pathname;
  return url.href;
}
