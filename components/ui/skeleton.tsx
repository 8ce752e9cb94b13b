import { classNames } from "./class-names";

/** Stands in for content under way; `className` gives its size. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={classNames("animate-pulse rounded-control bg-line", className ?? "h-6 w-full")}
    />
  );
}

export function SkeletonList({ label, rows = 4 }: { label: string; rows?: number }) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-16 w-full" />
      ))}
    </div>
  );
}
