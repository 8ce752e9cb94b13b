import { createServer, request, type IncomingHttpHeaders } from "node:http";
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
  ["10.0.0.1, 203.0.113.9:51234", "203.0.113.9"],
  ['"[2001:db8:1:2::1]:443"', "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::1]", "2001:db8:1:2::/64"],
  ["[::ffff:203.0.113.9]:80", "203.0.113.9"],
  ["::ffff:cb00:7109", "203.0.113.9"],
  ["0:0:0:0:0:FFFF:203.0.113.9", "203.0.113.9"],
  ["2001:0db8:0001:0002:0000:0000:0000:0001", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["203.0.113.9:", "unknown"],
  ["not an address", "unknown"],
  ["", "unknown"],
])("counts %s as %s", (forwarded, counted) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(counted);
});

async function asked(...sendings: ((before: IncomingHttpHeaders) => IncomingHttpHeaders)[]) {
  const server = createServer((incoming, response) =>
    response.end(JSON.stringify(incoming.headers)),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let seen: IncomingHttpHeaders = {};
  for (const [turn, sending] of sendings.entries()) {
    const headers = sending(seen);
    const from = { host: "127.0.0.1", localAddress: `127.0.0.${turn + 2}` };
    const text = await new Promise<string>((resolve) => {
      request({ ...from, port, headers }, (response) => {
        response.setEncoding("utf8").on("data", resolve);
      }).end();
    });
    seen = JSON.parse(text) as IncomingHttpHeaders;
  }
  server.close();
  return seen["x-forwarded-for"];
}

watchClientAddresses({ trustProxy: false });

it("lets nobody claim the address of another, nor a proof of their own", async () => {
  expect(await asked(() => ({ "x-forwarded-for": "203.0.113.9" }))).toBe("127.0.0.2");
  const forged = { "x-forwarded-for": "203.0.113.9", "x-client-proof": "A".repeat(43) };
  expect(await asked(() => forged)).toBe("127.0.0.2");
});

it("keeps the address of a request that the server sends on to itself", async () => {
  const sentOn = await asked(
    () => ({}),
    (first) => first,
  );
  expect(sentOn).toBe("127.0.0.2");
  const claimed = await asked(
    () => ({}),
    (first) => ({ ...first, "x-forwarded-for": "203.0.113.9" }),
  );
  expect(claimed).toBe("127.0.0.3");
});
