import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openSecrets, recall, remember } from "@/scripts/data-folder";

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
