import type { Env } from "@/lib/env";

type JobSettings = Pick<
  Env,
  "NODE_ENV" | "INNGEST_EVENT_KEY" | "INNGEST_SIGNING_KEY" | "INNGEST_BASE_URL" | "INNGEST_DEV"
>;

/**
 * Which engine runs the jobs: Inngest as soon as anything of it is set up, else the embedded one.
 * Throws where a production server would run them unsigned or not at all.
 */
export function jobsEngine(settings: JobSettings): "inngest" | "embedded" {
  const { INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, INNGEST_BASE_URL, INNGEST_DEV } = settings;
  const isNamed = [INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, INNGEST_BASE_URL, INNGEST_DEV].some(
    Boolean,
  );
  if (settings.NODE_ENV !== "production") return isNamed ? "inngest" : "embedded";
  if (INNGEST_DEV)
    throw new Error("INNGEST_DEV must not be set in production: jobs would be unsigned.");
  if (!isNamed) return "embedded";
  const missing = [
    INNGEST_EVENT_KEY ? [] : ["INNGEST_EVENT_KEY"],
    INNGEST_SIGNING_KEY ? [] : ["INNGEST_SIGNING_KEY"],
  ].flat();
  if (missing.length === 0) return "inngest";
  throw new Error(`${missing.join(" and ")} must be set with Inngest: see .env.example.`);
}
