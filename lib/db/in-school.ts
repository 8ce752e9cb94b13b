import type { SchoolId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { actingOf } from "./acting";
import { tellingAfter } from "./after-commit";
import { PrismaClient, type Prisma } from "./generated/client";
import { adapterOf } from "./one-at-a-time";
import { appPool } from "./pools";
import { withRetries } from "./retry";
import { scopeToSchool } from "./scope-to-school";

const TRANSACTION = { maxWait: 15_000, timeout: 15_000 } as const;
const MOST_KEPT = 500;

const base = new PrismaClient({
  adapter: adapterOf(appPool),
});
const clients = new Map<SchoolId, ReturnType<typeof clientOf>>();

function clientOf(schoolId: SchoolId) {
  return base.$extends(scopeToSchool(schoolId));
}

function keptClientOf(schoolId: SchoolId) {
  const kept = clients.get(schoolId);
  if (kept) return kept;
  if (clients.size >= MOST_KEPT) clients.clear();
  const client = clientOf(schoolId);
  clients.set(schoolId, client);
  return client;
}

/** The handle inside a school: every model query is narrowed to it; raw SQL names the school itself. */
export type Db = Parameters<Parameters<ReturnType<typeof clientOf>["$transaction"]>[0]>[0];

/** For the one query of bookings that several lists share. */
export type BookingWhere = Prisma.BookingWhereInput;
export type BookingOrder = Prisma.BookingOrderByWithRelationInput;

/**
 * The only way to a school's rows: one transaction of the app's role with the school and who acts set, retried
 * whole when PostgreSQL asks for it. Never catch inside `work`: the transaction is gone by then.
 */
export async function inSchool<T>(ctx: SchoolContext, work: (db: Db) => Promise<T>): Promise<T> {
  return withRetries(() =>
    tellingAfter<Db, T>(
      (each) =>
        keptClientOf(ctx.schoolId).$transaction(async (db) => {
          await db.$executeRaw`
            SELECT set_config('app.school_id', ${ctx.schoolId}, true),
                   set_config('app.acting', ${actingOf(ctx)}, true)`;
          return each(db);
        }, TRANSACTION),
      work,
    ),
  );
}
