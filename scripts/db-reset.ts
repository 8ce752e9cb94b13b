import { createInterface } from "node:readline/promises";
import { runCommand, say } from "@/scripts/command";
import { dataFolder } from "@/scripts/data-folder";
import { openEmbedded, removeEmbedded } from "@/scripts/database/embedded";
import { namedDatabase } from "@/scripts/database/external";
import { recreateDatabase } from "@/scripts/database/logins";
import { loadSettings, openServices, seedDemo } from "@/scripts/services";
import { describeFailure, Trouble } from "@/scripts/trouble";

await runCommand(async () => {
  loadSettings();
  if (namedDatabase(process.env) !== null) {
    throw new Trouble("DATABASE_URL names a server of your own: only the local one can be reset.");
  }
  if (!(await isSure())) throw new Trouble("Nothing was changed.");
  await emptyLocalDatabase(dataFolder());
  await seedDemo(await openServices());
  say("The local database is new.");
});

async function isSure(): Promise<boolean> {
  if (process.argv.includes("--yes")) return true;
  if (!process.stdin.isTTY)
    throw new Trouble("Say --yes to lose everything in the local database.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    "Everything in the local database is lost. Sure? (yes/no) ",
  );
  terminal.close();
  return answer.trim().toLowerCase() === "yes";
}

/** A database that still opens is emptied (whoever uses it stays connected), else its folder goes. */
async function emptyLocalDatabase(folder: string): Promise<void> {
  try {
    const database = await openEmbedded(folder);
    await recreateDatabase(database.superuserUrl, database.urls.owner);
    await database.stop();
  } catch (error) {
    say(describeFailure(error));
    say("The database cannot be opened: it is made anew, with new secrets.");
    await removeEmbedded(folder);
  }
}
