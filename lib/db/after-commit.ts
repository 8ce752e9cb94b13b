const waiting = new WeakMap<object, (() => void)[]>();

/** Has something told once the transaction of this handle is saved; never when it is not. */
export function afterCommit(db: object, tell: () => void): void {
  const own = waiting.get(db) ?? [];
  waiting.set(db, [...own, tell]);
}

/** Runs the transaction of one handle and, when it is saved, tells what was left with `afterCommit`. */
export async function tellingAfter<Handle extends object, T>(
  transaction: (work: (db: Handle) => Promise<T>) => Promise<T>,
  work: (db: Handle) => Promise<T>,
): Promise<T> {
  const handles: Handle[] = [];
  const result = await transaction((db) => {
    handles.push(db);
    return work(db);
  });
  for (const tell of handles.flatMap((db) => waiting.get(db) ?? [])) tell();
  return result;
}
