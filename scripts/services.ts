import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { parseEnv } from "@/lib/env";
import { startResendEmulator } from "@/emulators/resend/server";
import { type Env, runNodeOrFail } from "@/scripts/children";
import { say } from "@/scripts/command";
import {
  dataFolder,
  openSecrets,
  privateFolder,
  recall,
  remember,
  webhookSecretFrom,
} from "@/scripts/data-folder";
import { withClient } from "@/scripts/database/connect";
import { type EmbeddedDatabase, openEmbedded } from "@/scripts/database/embedded";
import { namedDatabase, requireSafeLogins } from "@/scripts/database/external";
import { recreateDatabase } from "@/scripts/database/logins";
import { prepareDatabase } from "@/scripts/database/migrate";
import type { DatabaseUrls } from "@/scripts/database/urls";
import { freePort } from "@/scripts/ports";
import { atEnd } from "@/scripts/processes";
import { refuseStrangeLines, SETUP_FILE } from "@/scripts/setup-file";
import { Trouble } from "@/scripts/trouble";

export type Services = {
  folder: string;
  isEmbedded: boolean;
  urls: DatabaseUrls;
  /** What the app must find in its environment to use these services. */
  env: Env;
};

const SEEDING = "seeding";

/** Settings from `.env`, which the server reads too, and `.env.setup` fill what the environment leaves open. */
export function loadSettings(): void {
  refuseStrangeLines();
  for (const file of [".env", SETUP_FILE]) if (existsSync(file)) process.loadEnvFile(file);
}

/** Database and secrets, ready for the app: started or joined, migrated, its logins checked. */
export async function openServices(): Promise<Services> {
  loadSettings();
  const folder = dataFolder();
  const secrets = openSecrets(folder);
  const settings = {
    NEXTAUTH_SECRET: process.env["NEXTAUTH_SECRET"] || secrets.nextAuthSecret,
    LINK_SECRET: process.env["LINK_SECRET"] || secrets.linkSecret,
    MUSICNME_DATA_DIR: folder,
  };
  const named = namedDatabase({ ...process.env, ...settings });
  requireSettings(settings);
  const urls = named ?? (await openLocal(folder));
  await prepareDatabase(urls);
  await requireSafeLogins(urls);
  const env = {
    DATABASE_URL: urls.app,
    DATABASE_SYSTEM_URL: urls.system,
    DATABASE_JOBS_URL: urls.jobs,
    ...settings,
  };
  return { folder, isEmbedded: named === null, urls, env };
}

/** What the app would refuse with a stack is refused in one line, before anything is started. */
function requireSettings(settings: Env): void {
  const url = "postgresql://comes@later:5432/musicnme";
  const databases = { DATABASE_URL: url, DATABASE_SYSTEM_URL: url, DATABASE_JOBS_URL: url };
  const later = { ...databases, RESEND_API_KEY: "comes later" };
  const result = parseEnv({ ...process.env, ...settings, ...later });
  if ("env" in result) return;
  throw new Trouble(`${result.problems.join(" ")} Correct it in the environment or in .env.`);
}

/** For a command that calls use cases itself: the same database, settings in this process. */
export async function joinServices(): Promise<void> {
  const { env } = await openServices();
  Object.assign(process.env, { RESEND_API_KEY: "re_unused_by_commands", ...env });
}

async function openLocal(folder: string): Promise<DatabaseUrls> {
  const database = await openEmbedded(folder);
  atEnd(database.stop);
  await removeHalfSeeded(folder, database);
  return database.urls;
}

/** A seed that was cut off left part of a school: begin again. */
async function removeHalfSeeded(folder: string, database: EmbeddedDatabase): Promise<void> {
  if (!existsSync(path.join(folder, SEEDING))) return;
  await recreateDatabase(database.superuserUrl, database.urls.owner);
  rmSync(path.join(folder, SEEDING));
}

/** The demo schools, where they are not there yet; other schools are left alone. */
export async function seedDemo({ folder, isEmbedded, urls, env }: Services): Promise<void> {
  if (!existsSync("prisma/seed.ts") || (await hasDemoSchools(urls))) return;
  say("Filling the database with the demo schools ...");
  if (isEmbedded) remember(folder, SEEDING, {});
  await runNodeOrFail("Making the demo schools", ["--import", "tsx", "prisma/seed.ts", "--demo"], {
    RESEND_API_KEY: "re_unused_by_the_seed",
    ...env,
  });
  rmSync(path.join(folder, SEEDING), { force: true });
}

async function hasDemoSchools(urls: DatabaseUrls): Promise<boolean> {
  return withClient(urls.system, async (client) => {
    const { rowCount } = await client.query(
      "SELECT 1 FROM school WHERE slug IN ('musicnme', 'kiwikeys')",
    );
    return rowCount === 2;
  });
}

export type Mail = { env: Env; inboxUrl: string | null };

/**
 * Resend where there is a key for it, else the local inbox (which outlives restarts), which tells the app
 * at `appUrl` what became of each mail.
 */
export async function openMail({ folder, env }: Services, appUrl: string): Promise<Mail> {
  if (process.env["RESEND_API_KEY"]) return { env: {}, inboxUrl: null };
  const known = recall(folder, "mail.json", z.object({ port: z.number() }));
  const port = await freePort(known?.port);
  if (port !== known?.port) remember(folder, "mail.json", { port });
  const secret =
    process.env["RESEND_WEBHOOK_SECRET"] || webhookSecretFrom(env["LINK_SECRET"] ?? folder);
  const standIn = await startResendEmulator({
    port,
    dataDir: privateFolder(folder, "mail"),
    webhook: { url: `${appUrl}/api/resend/webhook`, secret },
  });
  atEnd(() => standIn.stop());
  return {
    env: {
      RESEND_API_KEY: "re_local_stand_in",
      RESEND_BASE_URL: standIn.url,
      RESEND_WEBHOOK_SECRET: secret,
      MAIL_PER_SECOND: process.env["MAIL_PER_SECOND"] || "100",
    },
    inboxUrl: standIn.url,
  };
}
