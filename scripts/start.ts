import { requireBuild } from "@/scripts/app-build";
import { endLeftover, serveApp, urlOf } from "@/scripts/app-server";
import { runCommand, say } from "@/scripts/command";
import { dataFolder } from "@/scripts/data-folder";
import { requireFreePort } from "@/scripts/ports";
import { addressOf, describeRunning } from "@/scripts/running";
import { loadSettings, openMail, openServices, seedDemo } from "@/scripts/services";
import { Trouble } from "@/scripts/trouble";

await runCommand(async () => {
  loadSettings();
  const address = addressOf(process.env);
  await endLeftover(dataFolder());
  await requireFreePort(address.port, address.host);

  const services = await openServices();
  const withDemo = services.isEmbedded || process.argv.includes("--demo");
  await Promise.all([requireBuild(), withDemo ? seedDemo(services) : undefined]);
  const mail = await openMail(services, urlOf(address));
  const app = await serveApp("start", address, { ...services.env, ...mail.env });
  say(describeRunning(address, { withDemo, inboxUrl: mail.inboxUrl }));

  const code = await app.ended;
  throw new Trouble(`The app stopped by itself (exit code ${code}): see above, then start again.`);
});
