import { asSystem } from "./db/system";

/** One round trip to the database, which throws when there is none. */
export async function touchDatabase(): Promise<void> {
  await asSystem((db) => db.$queryRaw`SELECT 1`);
}
