import { ChevronDown, LogOut } from "lucide-react";
import { Icon } from "../ui/icon";
import { MenuDetails } from "./menu-details";
import { NavLink } from "./nav-link";

export type MenuLink = { href: string; label: string };

export type SignOutAction = string | ((form: FormData) => void | Promise<void>);

type AccountMenuProps = {
  personName: string;
  links: readonly MenuLink[];
  signOut: SignOutAction;
};

const ROW =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left font-semibold -outline-offset-3 hover:bg-surface-sunken aria-[current=page]:bg-primary-soft aria-[current=page]:text-primary-soft-ink";

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ personName, links, signOut }: AccountMenuProps) {
  return (
    <MenuDetails className="group relative">
      <summary
        aria-label={`Account of ${personName}`}
        className="flex min-h-11 list-none items-center gap-2 rounded-control px-2 font-bold -outline-offset-3 outline-current [&::-webkit-details-marker]:hidden"
      >
        <span
          aria-hidden="true"
          className="flex size-9 items-center justify-center rounded-full bg-accent text-sm text-accent-ink"
        >
          {initials(personName)}
        </span>
        <span title={personName} className="hidden max-w-[min(12rem,25vw)] truncate sm:block">
          {personName}
        </span>
        <Icon icon={ChevronDown} className="size-4 group-open:rotate-180" />
      </summary>
      <div className="absolute top-full right-0 z-30 mt-2 w-64 rounded-card border-2 border-line bg-surface-raised p-2 text-ink">
        <p className="px-3 py-2 text-sm [overflow-wrap:anywhere] text-ink-soft">
          Signed in as {personName}
        </p>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <NavLink href={link.href} exact className={ROW}>
                {link.label}
              </NavLink>
            </li>
          ))}
          <li className="mt-1 border-t-2 border-line pt-1">
            <form action={signOut} method={typeof signOut === "string" ? "post" : undefined}>
              <button type="submit" className={ROW}>
                <Icon icon={LogOut} />
                Sign out
              </button>
            </form>
          </li>
        </ul>
      </div>
    </MenuDetails>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)];
  return ends
    .map((word) => word?.at(0) ?? "")
    .join("")
    .toUpperCase();
}
