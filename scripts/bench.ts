import { runBench } from "@/bench/run";
import { requireBuild } from "@/scripts/app-build";
import { runCommand } from "@/scripts/command";

await runCommand(async () => {
  await requireBuild();
  await runBench(process.argv.slice(2));
});
