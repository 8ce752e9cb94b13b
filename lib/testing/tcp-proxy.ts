import { connect, createServer, type AddressInfo, type Socket } from "node:net";

type Direction = "to-server" | "to-client";

/** Splits what flows on one connection into messages; keeps what is not whole yet. */
type Framer = (chunk: Buffer, direction: Direction) => Buffer[];

export type TcpProxy = {
  /** The address of the server behind it, with this proxy in its place. */
  through: (url: string) => string;
  /** Cuts one connection right after the n-th message from now on, both ways counted together. */
  cutAfter: (n: number) => void;
  /** How many messages passed since the last `cutAfter`. */
  passed: () => number;
  /** Whether the cut was made. */
  hasCut: () => boolean;
  stop: () => Promise<void>;
};

/**
 * Stands before a server and cuts a connection between two messages: the last one is delivered, its
 * answer is lost. Everything before and after passes untouched.
 */
export async function startTcpProxy(
  target: string,
  newFramer: () => Framer = postgresFramer,
): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const count = { passed: 0, cutAt: Infinity };
  const proxy = createServer({ allowHalfOpen: true }, (client) => {
    const server = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    for (const socket of [client, server]) track(sockets, socket);
    relay({ client, server }, newFramer(), count);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const own = (proxy.address() as AddressInfo).port;
  return {
    through: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${own}` }).href,
    cutAfter: (n) => Object.assign(count, { passed: 0, cutAt: n }),
    passed: () => count.passed,
    hasCut: () => count.passed >= count.cutAt,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Every chunk as it comes counts as a message. */
export function chunkFramer(): Framer {
  return (chunk) => [chunk];
}

/**
 * Messages of PostgreSQL's protocol: a type, a length that counts itself, the body. The first one
 * of a client has no type.
 */
function postgresFramer(): Framer {
  const rest: Record<Direction, Buffer> = {
    "to-server": Buffer.alloc(0),
    "to-client": Buffer.alloc(0),
  };
  let typeBytes = 0;
  return (chunk, direction) => {
    let bytes = Buffer.concat([rest[direction], chunk]);
    const messages: Buffer[] = [];
    for (;;) {
      const head = direction === "to-client" ? 1 : typeBytes;
      if (bytes.length < head + 4) break;
      const length = head + bytes.readUInt32BE(head);
      if (bytes.length < length) break;
      messages.push(bytes.subarray(0, length));
      bytes = bytes.subarray(length);
      if (direction === "to-server") typeBytes = 1;
    }
    rest[direction] = bytes;
    return messages;
  };
}

type Count = { passed: number; cutAt: number };
type Ends = { client: Socket; server: Socket };

function relay({ client, server }: Ends, frame: Framer, count: Count): void {
  const pass = (to: Socket, direction: Direction) => (chunk: Buffer) => {
    for (const message of frame(chunk, direction)) {
      if (to.writableEnded) return;
      to.write(message);
      count.passed += 1;
      if (count.passed !== count.cutAt) continue;
      client.end();
      server.end();
      return;
    }
  };
  client.on("data", pass(server, "to-server"));
  server.on("data", pass(client, "to-client"));
  client.on("end", () => server.end());
  server.on("end", () => client.end());
}

function track(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => sockets.delete(socket));
}
