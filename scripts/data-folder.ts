import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { errorCode, Trouble } from "@/scripts/trouble";

const secretsSchema = z.object({
  nextAuthSecret: z.string().min(32),
  linkSecret: z.string().min(32),
  superuserPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
  appPassword: z.string().min(16),
  systemPassword: z.string().min(16),
});

const SECRETS = "secrets.json";

export type Secrets = z.infer<typeof secretsSchema>;

/** Others of this machine see nothing in it; the database's system user passes through to its own. */
const OTHERS_PASS = 0o711;

/** Everything this checkout keeps on the machine: database, secrets, mail, remembered ports. */
export function dataFolder(): string {
  const folder = path.resolve(process.env["MUSICNME_DATA_DIR"] ?? ".data");
  try {
    mkdirSync(folder, { recursive: true, mode: OTHERS_PASS });
  } catch (error) {
    if (errorCode(error) === "ENOSPC") throw error;
    throw new Trouble(
      `${folder} cannot be used (${errorCode(error)}): make it a folder you may write to, or name ` +
        "another one in MUSICNME_DATA_DIR.",
    );
  }
  if (existsSync(path.join(folder, SECRETS))) chmodSync(folder, OTHERS_PASS);
  return folder;
}

/** A folder of people's data in it: whoever else has an account on this machine is kept out. */
export function privateFolder(folder: string, name: string): string {
  const made = path.join(folder, name);
  mkdirSync(made, { recursive: true });
  chmodSync(made, 0o700);
  return made;
}

/** Made once; without them neither the database nor the sessions of before can be opened. */
export function openSecrets(folder: string): Secrets {
  const file = path.join(folder, SECRETS);
  if (existsSync(file)) {
    const secrets = readJson(file, secretsSchema);
    if (secrets === null) throw brokenSecrets(folder, "cannot be read");
    return secrets;
  }
  if (existsSync(path.join(folder, "place.json"))) throw brokenSecrets(folder, "is missing");
  const secrets = newSecrets();
  writePrivately(file, secrets);
  return secrets;
}

export function newSecrets(): Secrets {
  const secret = (bytes: number) => randomBytes(bytes).toString("base64url");
  return {
    nextAuthSecret: secret(32),
    linkSecret: secret(32),
    superuserPassword: secret(18),
    ownerPassword: secret(18),
    appPassword: secret(18),
    systemPassword: secret(18),
  };
}

/** What the local mail stand-in signs its webhooks with: made from a secret of this folder, in Svix's form. */
export function webhookSecretFrom(linkSecret: string): string {
  const key = createHmac("sha256", linkSecret).update("webhooks of the mail stand-in");
  return `whsec_${key.digest("base64")}`;
}

/** A small remembered fact, or null when it was never written, or not whole: it can be found again. */
export function recall<T>(folder: string, name: string, shape: z.ZodType<T>): T | null {
  const file = path.join(folder, name);
  return existsSync(file) ? readJson(file, shape) : null;
}

export function remember(folder: string, name: string, value: unknown): void {
  writePrivately(path.join(folder, name), value);
}

function readJson<T>(file: string, shape: z.ZodType<T>): T | null {
  const text = readFileSync(file, "utf8");
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function brokenSecrets(folder: string, what: string): Trouble {
  return new Trouble(
    `${path.join(folder, "secrets.json")} ${what}. Put it back from a copy, or begin with an empty local database ` +
      "(everything in it is lost): npm run db:reset -- --yes",
  );
}

function writePrivately(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
