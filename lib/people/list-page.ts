/** Where a page of a list begins: after one row, or before one when going back. */
export type PageAt = { after?: string | null; before?: string | null };

export type ListPage<Row> = {
  rows: Row[];
  /** The row that the next page begins after, and the one that the page before ends before. */
  next: string | null;
  previous: string | null;
};

export const PAGE_ROWS = 25;

/** One row more than the page is read, to know whether there is another page. */
export function pageArgs(at: PageAt, schoolId: string) {
  const id = at.before ?? at.after;
  if (id == null) return { take: PAGE_ROWS + 1 };
  const take = at.before == null ? PAGE_ROWS + 1 : -(PAGE_ROWS + 1);
  return { take, skip: 1, cursor: { schoolId_id: { schoolId, id } } };
}

export function pageOf<Row extends { id: string }>(found: Row[], at: PageAt): ListPage<Row> {
  const back = at.before != null;
  const more = found.length > PAGE_ROWS;
  const rows = back ? found.slice(more ? 1 : 0) : found.slice(0, PAGE_ROWS);
  const [first, last] = [rows.at(0)?.id ?? null, rows.at(-1)?.id ?? null];
  return {
    rows,
    next: back || more ? last : null,
    previous: (back ? more : at.after != null) ? first : null,
  };
}
