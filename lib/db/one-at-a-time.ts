import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import type { Pool } from "pg";
import { statementName } from "./statement-names";

/**
 * Where Prisma cannot join the relations of a row (a list that begins after a row) it asks for them at
 * once, also within a transaction, which has one connection. pg lets them queue, warns of it and will
 * refuse it from pg 9 on: so they come to it one after another.
 * Source: https://github.com/prisma/orm/pull/29979, not in 7.10.
 */
export function adapterOf(pool: Pool): SqlDriverAdapterFactory {
  const prismaPg = new PrismaPg(pool, { statementNameGenerator: statementName });
  const { provider, adapterName } = prismaPg;
  const connect = async () => {
    const adapter = await prismaPg.connect();
    const start = adapter.startTransaction.bind(adapter);
    return Object.assign(adapter, {
      startTransaction: async (...asked: Parameters<typeof start>) => inTurn(await start(...asked)),
    });
  };
  return { provider, adapterName, connect };
}

function inTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const after = <Query, Result>(send: (query: Query) => Promise<Result>) => {
    return (query: Query): Promise<Result> => {
      const own = last.then(
        () => send(query),
        () => send(query),
      );
      last = own;
      return own;
    };
  };
  return Object.assign(transaction, {
    queryRaw: after(transaction.queryRaw.bind(transaction)),
    executeRaw: after(transaction.executeRaw.bind(transaction)),
  });
}
