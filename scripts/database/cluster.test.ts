import { describe, expect, it } from "vitest";
import { clusterTrouble } from "@/scripts/database/cluster";

const cluster = { home: "/srv/app/.data/database", binaries: "/nowhere", identity: null };

describe("a local database that does not start", () => {
  it.each([
    [
      "the disk is full",
      'FATAL:  could not write lock file "postmaster.pid": No space left on device',
      /^The disk is full\. Free some space/,
    ],
    [
      "its folder is closed",
      'FATAL:  could not access directory "/srv": Permission denied',
      /^The database cannot reach its folder/,
    ],
    [
      "its folder is another user's",
      'FATAL:  data directory "/srv/app/.data/database/postgres" has wrong ownership',
      /belongs to another user.*chown/,
    ],
    [
      "its folder is open to all",
      'FATAL:  data directory "/srv/app/.data/database/postgres" has invalid permissions\nDETAIL:  Permissions should be u=rwx (0700)',
      /chmod 700 \/srv\/app\/.data\/database\/postgres$/,
    ],
    [
      "its folder is damaged",
      "2026-11-23 01:00:00 UTC [1] LOG:  starting\n2026-11-23 01:00:00 UTC [1] PANIC:  could not locate a valid checkpoint record",
      /does not start \(could not locate a valid checkpoint record\).*npm run db:reset/,
    ],
  ])("says so in one line when %s", (_when, output, line) => {
    const { message } = clusterTrouble(cluster, output);
    expect(message).toMatch(line);
    expect(message).not.toContain("\n");
  });
});
