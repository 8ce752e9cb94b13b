import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { envOfServer } from "@/scripts/setup-file";
import { testUrls } from "./database";

/** Starts what the server does beside answering, works a little and is told to end. */
const SERVER = `
  import { registerHooks } from "node:module";
  const packages = new Set();
  registerHooks({
    load(url, context, next) {
      const [, name] = /node_modules\\/@opentelemetry\\/([\\w-]+)/.exec(url) ?? [];
      if (name) packages.add(name);
      return next(url, context);
    },
  });
  const { startServer } = await import("./instrumentation-node.ts");
  const { withSpan } = await import("./lib/watching/with-span.ts");
  const { enterTrail } = await import("./lib/watching/request-trail.ts");
  await startServer();
  enterTrail({ requestId: "the-request-4711" });
  await withSpan("a job", { schoolId: "the-school" }, async () => {
    await withSpan("a call", {}, async () => { throw new TypeError("ada@lee.example"); }).catch(() => 0);
  });
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => {
    console.log(JSON.stringify([...packages].sort()));
    process.exit(0);
  }, 1_500);`;

/** The tracing packages that such a server has loaded by its end. */
export async function packagesOfServer(settings: Record<string, string>): Promise<string[]> {
  const { app, system, jobs } = testUrls();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", SERVER],
    {
      env: {
        ...process.env,
        ...envOfServer(process.env),
        DATABASE_URL: app,
        DATABASE_SYSTEM_URL: system,
        DATABASE_JOBS_URL: jobs,
        NODE_OPTIONS: "",
        ...settings,
      },
    },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as string[];
}
