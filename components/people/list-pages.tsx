import { Pagination } from "@/components/ui/pagination";

type ListPagesProps = {
  label: string;
  path: string;
  query: Readonly<Record<string, string | undefined>>;
  next: string | null;
  previous: string | null;
};

/** The way to the next and to the previous page of a list. */
export function ListPages({ label, path, query, next, previous }: ListPagesProps) {
  const href = (at: Record<string, string>) => {
    const set = Object.entries({ ...query, ...at }).filter(([, value]) => value);
    return `${path}?${new URLSearchParams(set as [string, string][]).toString()}`;
  };
  return (
    <div className="mt-4">
      <Pagination
        label={label}
        nextHref={next === null ? undefined : href({ after: next })}
        previousHref={previous === null ? undefined : href({ before: previous })}
      />
    </div>
  );
}
