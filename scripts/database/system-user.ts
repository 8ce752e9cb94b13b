import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { Trouble } from "@/scripts/trouble";

/** The system user that PostgreSQL runs as: null is oneself, root must use another. */
export type Identity = { uid: number; gid: number } | null;

const SYSTEM_USER = "postgres";

/** PostgreSQL refuses to run as root: root lends it a system user, others run it themselves. */
export function chooseIdentity(): Identity {
  if (process.getuid?.() !== 0) return null;
  const known = lookUpUser();
  if (known) return known;
  spawnSync("groupadd", [SYSTEM_USER]);
  spawnSync("useradd", ["--gid", SYSTEM_USER, "--no-create-home", SYSTEM_USER]);
  const made = lookUpUser();
  if (made) return made;
  throw new Trouble(
    `PostgreSQL does not run as root and the system user "${SYSTEM_USER}" could not be made. ` +
      "Start as an ordinary user, or name another server in DATABASE_URL.",
  );
}

function lookUpUser(): Identity {
  try {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number(execFileSync("id", [flag, SYSTEM_USER], { stdio: ["ignore", "pipe", "ignore"] })),
    );
    return uid && gid ? { uid, gid } : null;
  } catch {
    return null;
  }
}

/**
 * Whose the database below that folder is, when it is neither ours nor of the user we lend: to take
 * it over would lock its user out.
 */
export function foreignOwner(home: string, identity: Identity): number | null {
  const own = identity?.uid ?? process.getuid?.();
  const owners = [ownerOf(path.join(home, "postgres")), identity === null ? ownerOf(home) : null];
  return owners.find((owner) => owner !== null && own !== undefined && owner !== own) ?? null;
}

function ownerOf(folder: string): number | null {
  try {
    return statSync(folder).uid;
  } catch {
    return null;
  }
}

/** Makes the folder, hands it to the user and tries whether that user can really enter it. */
export function isUsableFolder(folder: string, identity: Identity): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    if (identity === null) return true;
    if (statSync(folder).uid !== identity.uid) {
      chownSync(folder, identity.uid, identity.gid);
      chmodSync(folder, 0o700);
    }
    return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], asUser(identity)).status === 0;
  } catch {
    return false;
  }
}

export function canRun(program: string, identity: Identity): boolean {
  return spawnSync(program, ["--version"], asUser(identity)).status === 0;
}

function asUser(identity: Identity) {
  return { ...identity, cwd: "/", stdio: "ignore" } as const;
}
