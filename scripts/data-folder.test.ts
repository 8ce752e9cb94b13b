import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { dataFolder, openSecrets, privateFolder, recall, remember } from "@/scripts/data-folder";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "musicnme-data-folder-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

describe("the secrets of the local database", () => {
  it("are made once", () => {
    expect(openSecrets(folder)).toEqual(openSecrets(folder));
  });

  it.each(["", "{", "[]", '{"nextAuthSecret":"short"}'])(
    "are never made anew over a file that cannot be read: %s",
    (text) => {
      write("secrets.json", text);
      expect(() => openSecrets(folder)).toThrow(/secrets\.json cannot be read\. Put it back/);
    },
  );

  it("are not made anew beside a database that needs the lost ones", () => {
    write("place.json", "{}");
    expect(() => openSecrets(folder)).toThrow(/secrets\.json is missing\. Put it back/);
  });
});

describe("a remembered fact", () => {
  const shape = z.object({ port: z.number() });

  it("is found again", () => {
    remember(folder, "mail.json", { port: 4000 });
    expect(recall(folder, "mail.json", shape)).toEqual({ port: 4000 });
  });

  it("that was never written or is not whole is none, and stops nobody", () => {
    expect(recall(folder, "mail.json", shape)).toBeNull();
    write("mail.json", '{"port":');
    expect(recall(folder, "mail.json", shape)).toBeNull();
  });
});

describe("what is kept on this machine", () => {
  const modeOf = (name: string) => statSync(path.join(folder, name)).mode & 0o777;

  it("is nobody's but its user's: mail and secrets, also those of before", () => {
    mkdirSync(path.join(folder, "mail"), { mode: 0o755 });
    expect(privateFolder(folder, "mail")).toBe(path.join(folder, "mail"));
    expect(privateFolder(folder, "more")).toBe(path.join(folder, "more"));
    openSecrets(folder);
    remember(folder, "run.json", {});
    expect([modeOf("mail"), modeOf("more")]).toEqual([0o700, 0o700]);
    expect([modeOf("secrets.json"), modeOf("run.json")]).toEqual([0o600, 0o600]);
  });

  it("is not listed for others, who may pass through to what is theirs", () => {
    const before = process.env["MUSICNME_DATA_DIR"];
    try {
      process.env["MUSICNME_DATA_DIR"] = path.join(folder, "data");
      dataFolder();
      expect(modeOf("data")).toBe(0o711);
      chmodSync(path.join(folder, "data"), 0o755);
      openSecrets(dataFolder());
      dataFolder();
      expect(modeOf("data")).toBe(0o711);
    } finally {
      if (before === undefined) delete process.env["MUSICNME_DATA_DIR"];
      else process.env["MUSICNME_DATA_DIR"] = before;
    }
  });
});
