import Link from "next/link";
import { classNames } from "./class-names";

export type TabLink = { href: string; label: string; current: boolean; count?: number | string };

/** Views of one page, each with its own address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto">
      <ul className="flex w-max gap-1 rounded-card bg-surface-sunken p-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              scroll={false}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-center gap-1 rounded-control px-1.5 font-bold sm:gap-2 sm:px-4 -outline-offset-3",
                tab.current
                  ? "bg-surface-raised text-ink"
                  : "text-ink-soft hover:bg-surface hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="text-sm tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
