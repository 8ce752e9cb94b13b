import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { clientAddress, watchClientAddresses } from "./client-address";

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["10.0.0.1, 203.0.113.9", "203.0.113.9"],
  ["2001:DB8:1:2:aaaa::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["not an address", "unknown"],
  ["", "unknown"],
])("counts %s as %s", (forwarded, counted) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(counted);
});

it("lets nobody claim the address of another", async () => {
  watchClientAddresses({ trustProxy: false });
  const server = createServer((incoming, response) =>
    response.end(String(incoming.headers["x-forwarded-for"])),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const seen = await new Promise<string>((resolve) => {
    const headers = { "x-forwarded-for": "203.0.113.9" };
    request({ port, host: "127.0.0.1", headers }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    }).end();
  });
  server.close();
  expect(seen).toBe("127.0.0.1");
});
