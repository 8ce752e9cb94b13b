import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { escapeIdentifier } from "pg";
import { startResendEmulator } from "@/emulators/resend/server";
import { serveApp } from "@/scripts/app-server";
import type { Env } from "@/scripts/children";
import { newSecrets, type Secrets, webhookSecretFrom } from "@/scripts/data-folder";
import { withClient } from "@/scripts/database/connect";
import type { EmbeddedDatabase } from "@/scripts/database/embedded";
import { prepareDatabase } from "@/scripts/database/migrate";
import { openThrowaway, type ThrowawayOptions } from "@/scripts/database/throwaway";
import { freePort } from "@/scripts/ports";
import { atEnd } from "@/scripts/processes";
import { seedDemo } from "@/scripts/services";

export type ThrowawayApp = {
  url: string;
  pid: number;
  inboxUrl: string;
  database: EmbeddedDatabase;
  /** What the app found in its environment, for tools that join in. */
  env: Env;
};

/** The production build on a fresh database and inbox; gone when the command ends. */
export async function openThrowawayApp(
  options: ThrowawayOptions & { withDemo: boolean },
): Promise<ThrowawayApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "musicnme-app-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const database = await openThrowaway(options);
  atEnd(database.stop);
  await prepareDatabase(database.urls);

  const secrets = newSecrets();
  const secret = webhookSecretFrom(secrets.linkSecret);
  const port = await freePort();
  const mail = await startResendEmulator({
    port: await freePort(),
    dataDir: folder,
    webhook: { url: `http://127.0.0.1:${port}/api/resend/webhook`, secret },
  });
  atEnd(() => mail.stop());
  const env = throwawayEnv(folder, database, {
    ...{ mailUrl: mail.url, port, secrets },
    webhookSecret: secret,
  });
  if (options.withDemo) {
    await seedDemo({ folder, isEmbedded: true, urls: database.urls, env });
    await keepPristine(database);
  }
  const app = await serveApp("start", { port, host: "127.0.0.1" }, env);
  return { url: app.url, pid: app.pid, inboxUrl: mail.url, database, env };
}

/** A copy of the demo schools as they were made, while nobody is connected, to be cloned by tests. */
async function keepPristine({ superuserUrl, urls }: EmbeddedDatabase): Promise<void> {
  const name = new URL(urls.owner).pathname.slice(1);
  const copy = escapeIdentifier(pristineOf(name));
  await withClient(superuserUrl, (client) =>
    client.query(`CREATE DATABASE ${copy} TEMPLATE ${escapeIdentifier(name)}`),
  );
}

export function pristineOf(database: string): string {
  return `${database}_pristine`;
}

type Places = { mailUrl: string; port: number; secrets: Secrets; webhookSecret: string };

function throwawayEnv(folder: string, { urls }: EmbeddedDatabase, places: Places): Env {
  const { secrets } = places;
  return {
    APP_URL: `http://127.0.0.1:${places.port}`,
    NEXTAUTH_URL: `http://127.0.0.1:${places.port}`,
    DATABASE_URL: urls.app,
    DATABASE_SYSTEM_URL: urls.system,
    DATABASE_JOBS_URL: urls.jobs,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    LINK_SECRET: secrets.linkSecret,
    RESEND_API_KEY: "re_local_stand_in",
    RESEND_BASE_URL: places.mailUrl,
    RESEND_WEBHOOK_SECRET: places.webhookSecret,
    MAIL_PER_SECOND: "1000",
    MUSICNME_DATA_DIR: folder,
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
  };
}
