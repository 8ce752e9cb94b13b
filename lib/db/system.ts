import { tellingAfter } from "./after-commit";
import { PrismaClient } from "./generated/client";
import { adapterOf } from "./one-at-a-time";
import { systemPool } from "./pools";
import { withRetries } from "./retry";

const TRANSACTION = { maxWait: 15_000, timeout: 15_000 } as const;

const client = new PrismaClient({
  adapter: adapterOf(systemPool),
});

export type SystemDb = Parameters<Parameters<typeof client.$transaction>[0]>[0];

/**
 * One transaction of the system role: for what has no school (sign-in and memberships, school by its
 * public name, API tokens, outbox relay). Its policies cover those few tables and no others.
 */
export async function asSystem<T>(work: (db: SystemDb) => Promise<T>): Promise<T> {
  return withRetries(() => tellingAfter((each) => client.$transaction(each, TRANSACTION), work));
}
