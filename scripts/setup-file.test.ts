import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { envOfServer, refuseStrangeLines } from "@/scripts/setup-file";

const OWNER = "postgresql://owner:secret@db.example.com/musicnme";
const APP = "postgresql://web:secret@db.example.com/musicnme";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "setup-file-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the owner's login", () => {
  it("is taken out of what a server is started with, and the app's own stay", () => {
    const env = { DATABASE_URL: APP, DATABASE_OWNER_URL: OWNER, PGPASSWORD: "x", PORT: "1" };
    expect(envOfServer(env)).toEqual({
      DATABASE_URL: APP,
      DATABASE_OWNER_URL: undefined,
      PGPASSWORD: undefined,
      PORT: "1",
    });
  });

  it.each([".env", ".env.local", ".env.production"])(
    "in %s is refused, saying which line moves where",
    (name) => {
      const file = path.join(folder, name);
      writeFileSync(file, `DATABASE_URL=${APP}\nDATABASE_OWNER_URL=${OWNER}\n`);
      expect(() => refuseStrangeLines(folder)).toThrow(
        `${name} is read by the server too, which must not have the owner's login: move the line of DATABASE_OWNER_URL to .env.setup.`,
      );
      writeFileSync(file, `DATABASE_URL=${APP}\n# DATABASE_OWNER_URL=${OWNER}\n`);
      expect(() => refuseStrangeLines(folder)).not.toThrow();
      rmSync(file);
    },
  );

  it("may stand in the file that only the set-up reads", () => {
    writeFileSync(path.join(folder, ".env.setup"), `DATABASE_OWNER_URL=${OWNER}\n`);
    expect(() => refuseStrangeLines(folder)).not.toThrow();
  });
});
