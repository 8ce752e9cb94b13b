import { Inngest } from "inngest";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Inngest Cloud, a server of one's own or the development server, as the settings say. */
export const inngest = new Inngest({
  id: "musicnme",
  eventKey: env.INNGEST_EVENT_KEY,
  signingKey: env.INNGEST_SIGNING_KEY,
  baseUrl: env.INNGEST_BASE_URL,
  isDev: env.INNGEST_DEV !== undefined,
  internalLogger: log,
});
