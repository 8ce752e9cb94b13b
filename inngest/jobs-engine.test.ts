import { describe, expect, it } from "vitest";
import { jobsEngine } from "./jobs-engine";

const KEYS = { INNGEST_EVENT_KEY: "event", INNGEST_SIGNING_KEY: "signkey-prod-1" };
const production = (settings: object) => () => jobsEngine({ NODE_ENV: "production", ...settings });

describe("which engine runs the jobs", () => {
  it("is the one inside the app where nothing of Inngest is set up", () => {
    expect(production({})()).toBe("embedded");
    expect(jobsEngine({ NODE_ENV: "development" })).toBe("embedded");
  });

  it("is Inngest Cloud with both keys, a server of one's own with its address too", () => {
    expect(production(KEYS)()).toBe("inngest");
    expect(production({ ...KEYS, INNGEST_BASE_URL: "http://10.0.0.5:8288" })()).toBe("inngest");
  });

  it("is the development server where that is said, and never in production", () => {
    expect(jobsEngine({ NODE_ENV: "development", INNGEST_DEV: "1" })).toBe("inngest");
    expect(production({ INNGEST_DEV: "1" })).toThrow("INNGEST_DEV");
    expect(production({ ...KEYS, INNGEST_DEV: "0" })).toThrow("INNGEST_DEV");
  });

  it.each([
    [{ INNGEST_BASE_URL: "http://10.0.0.5:8288" }, "INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY"],
    [{ INNGEST_EVENT_KEY: "event" }, "INNGEST_SIGNING_KEY must be set"],
    [{ INNGEST_SIGNING_KEY: "signkey-prod-1" }, "INNGEST_EVENT_KEY must be set"],
  ])("is refused in production without its keys: %o", (settings, reason) => {
    expect(production(settings)).toThrow(reason);
  });
});
