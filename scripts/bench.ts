import { existsSync } from "node:fs";
import { requireBuild } from "@/scripts/app-build";
import { startNode } from "@/scripts/children";
import { runCommand } from "@/scripts/command";
import { openThrowawayApp } from "@/scripts/throwaway-app";
import { Trouble } from "@/scripts/trouble";

const BENCH = "bench/run.ts";

await runCommand(async () => {
  if (!existsSync(BENCH))
    throw new Trouble(`${BENCH} is missing: there is nothing to measure with.`);
  await requireBuild();
  const app = await openThrowawayApp({
    durable: true,
    withDemo: false,
    settings: { shared_preload_libraries: "pg_stat_statements" },
  });
  const args = ["--import", "tsx", BENCH, ...process.argv.slice(2)];
  const bench = startNode(
    args,
    {
      ...app.env,
      BENCH_BASE_URL: app.url,
      BENCH_INBOX_URL: app.inboxUrl,
      BENCH_SERVER_PID: String(app.pid),
      BENCH_SUPERUSER_URL: app.database.superuserUrl,
    },
    "inherit",
  );
  process.exitCode = await new Promise<number>((resolve) => {
    bench.on("exit", (code) => resolve(code ?? 1));
  });
});
