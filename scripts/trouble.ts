/** Something a person can put right: shown as one line, without a stack, exit code 1. */
export class Trouble extends Error {
  override readonly name = "Trouble";
}

/** PostgreSQL cannot read what it once wrote. */
const DAMAGED = new Set(["XX001", "XX002", "58P01", "58030"]);

/** One line for what is known, the stack for what is not. */
export function describeFailure(error: unknown): string {
  const known = troubleOf(error);
  if (known) return known.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Trouble) return error;
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "53100") return diskFull();
  if (code !== undefined && DAMAGED.has(code)) {
    return new Trouble(
      `The database is damaged (${lineOf(error)}). Put it back from a copy; a local one can be ` +
        "made anew, and everything in it is lost, with: npm run db:reset -- --yes",
    );
  }
  if (code === "ENOTDIR" || code === "EISDIR" || code === "EEXIST") {
    return new Trouble(`${lineOf(error)}. Move away what stands at that place, and start again.`);
  }
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") {
    return new Trouble(
      `${lineOf(error)}. Make that place writable for this user, or start as its owner.`,
    );
  }
  return null;
}

export function diskFull(): Trouble {
  return new Trouble("The disk is full. Free some space (1 GB is enough) and start again.");
}

/** The code of a system or PostgreSQL error. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function lineOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
