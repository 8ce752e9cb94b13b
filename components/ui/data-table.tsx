import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import type { Key, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type SortDirection = "ascending" | "descending";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Turns the header into a link; `direction` is set on the column that sorts now. */
  sort?: { href: string; direction?: SortDirection | undefined };
};

type DataTableProps<Row> = {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  /** Stands in place of the table when there are no rows. */
  empty?: ReactNode;
};

/** A table; on a phone each row becomes a card whose cells carry their header. The first column names the row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption = false, columns, rows, rowKey, empty } = props;
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <table
      role="table"
      className="block w-full border-separate border-spacing-0 text-left md:table md:rounded-card md:bg-surface-raised md:p-2"
    >
      <caption
        className={classNames(
          "block pb-3 text-left font-display text-xl font-bold md:table-caption",
          hideCaption && "sr-only",
        )}
      >
        {caption}
      </caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="grid gap-3 md:table-row-group">
        {rows.map((row) => (
          <TableRow key={rowKey(row)} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const arrow = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown } as const;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort?.direction}
      className={classNames(
        "border-b-2 border-line px-4 py-2 align-middle text-sm font-bold text-ink-soft",
        column.align === "end" && "text-right",
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          prefetch={false}
          className="inline-flex min-h-11 items-center gap-1 rounded-sm text-ink underline-offset-4 hover:underline"
        >
          {column.header}
          <Icon icon={arrow[sort.direction ?? "none"]} className="size-4" />
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr
      role="row"
      className="block rounded-card bg-surface-raised p-4 md:table-row md:rounded-none md:p-0 md:not-last:[&>*]:border-b md:hover:bg-surface-sunken"
    >
      {columns.map((column, index) =>
        index === 0 ? (
          <th
            key={column.key}
            role="rowheader"
            scope="row"
            className="block pb-2 text-lg font-bold md:table-cell md:border-line md:px-4 md:py-3 md:text-base"
          >
            {column.cell(row)}
          </th>
        ) : (
          <td
            key={column.key}
            role="cell"
            data-label={column.header}
            className={classNames(
              "flex items-baseline justify-between gap-4 py-1 before:text-sm before:text-ink-soft before:content-[attr(data-label)] md:table-cell md:border-line md:px-4 md:py-3 md:before:content-none",
              column.align === "end" && "tabular-nums md:text-right",
            )}
          >
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}
