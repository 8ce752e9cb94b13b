import { createServer } from "node:net";
import { errorCode, Trouble } from "@/scripts/trouble";

/** A port on which nothing listens; the preferred one if it is free. */
export async function freePort(preferred?: number | null): Promise<number> {
  if (preferred && (await listenProblem(preferred, "127.0.0.1")) === null) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Refuses in one line when the web address is taken, on IPv4 or on IPv6. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (const each of hosts) {
    const problem = await listenProblem(port, each);
    if (problem === "EADDRINUSE") {
      throw new Trouble(
        `Port ${port} is already in use. Stop what runs there, or choose another port: ` +
          `PORT=${port + 1} npm start`,
      );
    }
    if (each === host && (problem === "EADDRNOTAVAIL" || problem === "ENOTFOUND")) {
      throw new Trouble(
        `HOST is "${host}", which is no address of this machine: 127.0.0.1 is this machine only, ` +
          "0.0.0.0 all its addresses.",
      );
    }
    if (problem === "EACCES") {
      throw new Trouble(`Port ${port} is reserved for the system. Choose one: PORT=3000 npm start`);
    }
  }
}

function listenProblem(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) => resolve(errorCode(error) ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
