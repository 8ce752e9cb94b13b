/** Something a person can put right: shown as one line, without a stack, exit code 1. */
export class Trouble extends Error {
  override readonly name = "Trouble";
}

/** Runs a command; what is wrong is told in one line when it is known what to do about it. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}

export function describeFailure(error: unknown): string {
  const known = troubleOf(error);
  if (known) return known.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Trouble) return error;
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "53100") {
    return new Trouble("The disk is full. Free some space (1 GB is enough) and start again.");
  }
  return null;
}

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
