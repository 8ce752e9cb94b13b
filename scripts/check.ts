import { auditStep } from "@/scripts/checks/audit-step";
import { staticSteps } from "@/scripts/checks/static-steps";
import { reportAll, runInTurn } from "@/scripts/checks/step";
import { runCommand } from "@/scripts/command";

await runCommand(async () => {
  reportAll(await runInTurn([...Object.values(staticSteps()), auditStep()]));
});
