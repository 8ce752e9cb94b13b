import { createHmac } from "node:crypto";

/** One database, four logins: the app's, the one for what has no school, the job queue's, the owner's. */
export type DatabaseUrls = { app: string; system: string; jobs: string; owner: string };

/** The queue's login where none is named: every machine that shares the secret finds the same one. */
export function ownJobsUrl(appUrl: string, secret: string): string {
  const url = new URL(appUrl);
  url.username = `mnm_jobs_${decodeURIComponent(url.pathname.slice(1))}`;
  url.password = createHmac("sha256", secret).update(`jobs:${url.pathname}`).digest("base64url");
  return url.href;
}
