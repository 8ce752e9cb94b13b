import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Crumb = { label: string; href: string };

type PageHeaderProps = {
  title: string;
  /** The way here, without this page. */
  crumbs?: readonly Crumb[];
  lead?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, crumbs = [], lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 grid gap-1">
      {crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <h1 className="text-3xl sm:text-4xl">{title}</h1>
          {lead ? <div className="max-w-prose text-ink-soft">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="You are here">
      <ol className="-ml-1 flex flex-wrap items-center text-sm">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center">
            {index > 0 ? <Icon icon={ChevronRight} className="size-4 text-ink-soft" /> : null}
            <Link
              href={crumb.href}
              prefetch={false}
              className="inline-flex min-h-11 items-center rounded-sm px-1 font-semibold text-primary-strong underline-offset-4 hover:underline"
            >
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
