import { createServer } from "node:net";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { freePort, requireFreePort } from "@/scripts/ports";

describe("the port of the web server", () => {
  it("is refused in one line while something listens there, with another one to choose", async () => {
    const port = await freePort();
    await expect(requireFreePort(port, "127.0.0.1")).resolves.toBeUndefined();
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    await expect(requireFreePort(port, "127.0.0.1")).rejects.toThrow(
      `Port ${port} is already in use. Stop what runs there, or choose another port: PORT=${port + 1} npm start`,
    );
    server.close();
  });

  it("is refused on an address that this machine does not have", async () => {
    await expect(requireFreePort(await freePort(), "192.0.2.1")).rejects.toThrow(
      'HOST is "192.0.2.1", which is no address of this machine',
    );
  });
});
