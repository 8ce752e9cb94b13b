import { Ellipsis, type LucideIcon } from "lucide-react";
import { Icon } from "../ui/icon";
import { MenuDetails } from "./menu-details";
import { NavLink } from "./nav-link";

export type NavItem = {
  href: string;
  label: string;
  icon: LucideIcon;
  exact?: boolean;
  /** How many things wait there. */
  count?: number;
};

type AreaNavProps = { label: string; items: readonly NavItem[] };

const TAB =
  "relative flex min-h-16 w-full flex-col items-center justify-center gap-0.5 rounded-control px-1 text-xs font-bold text-ink-soft -outline-offset-3 aria-[current=page]:bg-primary-soft aria-[current=page]:text-primary-soft-ink";

/** The row under the header, from tablets up. */
export function WideNav({ label, items }: AreaNavProps) {
  return (
    <nav
      aria-label={label}
      className="hidden border-b-2 border-line bg-surface-raised md:block print:hidden"
    >
      <ul className="mx-auto flex max-w-6xl flex-wrap gap-x-0.5 gap-y-1 px-4 py-1.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              exact={item.exact}
              className="flex min-h-11 items-center gap-1.5 rounded-control px-1.5 text-sm font-bold text-ink-soft -outline-offset-3 hover:bg-surface-sunken hover:text-ink aria-[current=page]:bg-primary-soft aria-[current=page]:text-primary-soft-ink"
            >
              <Icon icon={item.icon} />
              {item.label}
              <Count count={item.count} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The tab bar at the foot of a phone: four items, or three and a menu of the rest. */
export function TabBar({ label, items }: AreaNavProps) {
  const shown = items.length > 4 ? items.slice(0, 3) : items;
  const rest = items.slice(shown.length);
  return (
    <nav
      aria-label={label}
      data-tab-bar
      className="fixed inset-x-0 bottom-0 z-20 border-t-2 border-line bg-surface-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex gap-1 p-1">
        {shown.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink href={item.href} exact={item.exact} className={TAB}>
              <Icon icon={item.icon} className="size-6" />
              <span className="max-w-full truncate">{item.label}</span>
              <Count count={item.count} corner />
            </NavLink>
          </li>
        ))}
        {rest.length > 0 ? (
          <li className="min-w-0 flex-1">
            <MoreMenu items={rest} />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function MoreMenu({ items }: { items: readonly NavItem[] }) {
  return (
    <MenuDetails className="group">
      <summary
        className={`${TAB} list-none group-open:bg-surface-sunken has-[+ul_[aria-current=page]]:bg-primary-soft has-[+ul_[aria-current=page]]:text-primary-soft-ink [&::-webkit-details-marker]:hidden`}
      >
        <Icon icon={Ellipsis} className="size-6" />
        More
      </summary>
      <ul className="absolute inset-x-0 bottom-full grid max-h-[70dvh] grid-cols-2 gap-1 overflow-y-auto rounded-t-card border-t-2 border-line bg-surface-raised p-3">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              exact={item.exact}
              className="flex min-h-13 items-center gap-3 rounded-control px-3 font-bold aria-[current=page]:bg-primary-soft aria-[current=page]:text-primary-soft-ink"
            >
              <Icon icon={item.icon} />
              {item.label}
              <Count count={item.count} />
            </NavLink>
          </li>
        ))}
      </ul>
    </MenuDetails>
  );
}

function Count({ count, corner = false }: { count?: number | undefined; corner?: boolean }) {
  if (!count) return null;
  return (
    <span
      className={`min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-bold text-accent-ink tabular-nums ${corner ? "absolute top-1 left-1/2 ml-2" : ""}`}
    >
      {count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
