import type { Address } from "@/scripts/app-server";
import { Trouble } from "@/scripts/trouble";

type Facts = { withDemo: boolean; inboxUrl: string | null };

export function addressOf(settings: Record<string, string | undefined>): Address {
  const port = Number(settings["PORT"] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(`PORT is "${settings["PORT"]}": it must be a number from 1 to 65535.`);
  }
  return { port, host: settings["HOST"] || "127.0.0.1" };
}

/** What a person needs to know once the app runs. */
export function describeRunning(address: Address, { withDemo, inboxUrl }: Facts): string {
  const appUrl = process.env["APP_URL"] || `http://localhost:${address.port}`;
  const lines = ["", `Music 'n Me runs at ${appUrl}`];
  if (withDemo) lines.push(...demoAccounts());
  if (inboxUrl) lines.push(`  Mail     ${inboxUrl} (everything the app sends lands there)`);
  return [...lines, "  Ctrl-C ends it.", ""].join("\n");
}

function demoAccounts(): string[] {
  return [
    "  Sign in  password demo-password",
    "           admin@musicnme.example, teacher@musicnme.example,",
    "           parent@musicnme.example, student@musicnme.example",
    "           admin@kiwikeys.example, parent@kiwikeys.example",
  ];
}
