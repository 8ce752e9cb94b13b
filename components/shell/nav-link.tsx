"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

type NavLinkProps = {
  href: string;
  /** Current on this address alone, not on those below it. */
  exact?: boolean | undefined;
  className?: string;
  children: ReactNode;
};

/** A link that knows whether it leads to where one is. Following it closes the menu it stands in. */
export function NavLink({ href, exact = false, className, children }: NavLinkProps) {
  const pathname = usePathname();
  const current = pathname === href || (!exact && pathname.startsWith(`${href}/`));

  function closeMenu(event: MouseEvent<HTMLAnchorElement>) {
    event.currentTarget.closest("details")?.removeAttribute("open");
  }

  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      onClick={closeMenu}
      className={className}
    >
      {children}
    </Link>
  );
}
