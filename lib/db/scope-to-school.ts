import type { SchoolId } from "@/lib/ids";
import { Prisma } from "./generated/client";

type Args = { where?: object; data?: unknown; create?: object };

/** `School` is the one tenant table whose own id is the school. */
function schoolKey(model: string): "id" | "schoolId" {
  return model === "School" ? "id" : "schoolId";
}

/**
 * Adds the school to every model query by itself: to `where`, and to each row that is written.
 * Row-level security holds the same rule beneath; each is tested to hold alone.
 */
export function scopeToSchool(schoolId: SchoolId) {
  return Prisma.defineExtension({
    name: "scope-to-school",
    query: {
      $allModels: {
        async $allOperations({ model, operation, args, query }) {
          const own = { [schoolKey(model)]: schoolId };
          return query(scopedArgs(operation, args, own));
        },
      },
    },
  });
}

function scopedArgs(operation: string, args: Args | undefined, own: object): Args {
  if (operation.startsWith("create")) return { ...args, data: ownRows(args?.data, own) };
  const where = { ...args?.where, ...own };
  if (operation === "upsert") return { ...args, where, create: { ...args?.create, ...own } };
  return { ...args, where };
}

function ownRows(data: unknown, own: object): unknown {
  if (Array.isArray(data)) return data.map((row: object) => ({ ...row, ...own }));
  return { ...(data as object), ...own };
}
