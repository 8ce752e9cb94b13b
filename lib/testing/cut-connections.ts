import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startResendEmulator } from "@/emulators/resend/server";
import { testUrls, useDatabase } from "./database";
import { chunkFramer, startTcpProxy, type TcpProxy } from "./tcp-proxy";

export type CutConnections = {
  database: TcpProxy;
  mail: TcpProxy;
  inboxUrl: string;
  stop: () => Promise<void>;
};

/**
 * Puts a proxy before PostgreSQL and one before a mail stand-in, and points the product at them. Call it
 * before lib/db is loaded, so import what is tested with `await import()`.
 */
export async function useCutConnections(): Promise<CutConnections> {
  const { app, system } = testUrls();
  const database = await startTcpProxy(app);
  useDatabase({ ...testUrls(), app: database.through(app), system: database.through(system) });
  const inbox = await startResendEmulator({
    port: 0,
    dataDir: mkdtempSync(join(tmpdir(), "cut-mail-")),
  });
  const mail = await startTcpProxy(inbox.url, chunkFramer);
  process.env.RESEND_BASE_URL = mail.through(inbox.url).replace(/\/$/, "");
  const stop = async () => {
    await Promise.all([database.stop(), mail.stop()]);
    await inbox.stop();
  };
  return { database, mail, inboxUrl: inbox.url, stop };
}
