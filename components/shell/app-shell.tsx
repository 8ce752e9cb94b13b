import Link from "next/link";
import type { ReactNode } from "react";
import { AccountMenu, type MenuLink, type SignOutAction } from "./account-menu";
import { TabBar, WideNav, type NavItem } from "./area-nav";
import { NavigationProgress } from "./navigation-progress";
import { SchoolMark } from "./school-mark";
import { SchoolThemeScope } from "./school-theme-scope";
import { CONTENT_ID, SkipLink } from "./skip-link";

export type ShellSchool = {
  name: string;
  logoUrl: string | null;
  primaryColour: string | null;
  accentColour: string | null;
};

type AppShellProps = {
  school: ShellSchool;
  /** Where the school's name leads. */
  homeHref: string;
  /** Names the navigation: "Family", "Admin". */
  area: string;
  /** A single place needs no navigation. */
  nav: readonly NavItem[];
  /** The way to the notices. */
  bell: ReactNode;
  personName: string;
  /** Account, other areas, switch school. */
  accountLinks: readonly MenuLink[];
  /** A server action, or an address that is posted to. */
  signOut: SignOutAction;
  children: ReactNode;
};

/** The frame of a signed-in area: header, navigation, content. */
export function AppShell(props: AppShellProps) {
  const { school, homeHref, area, nav, bell, personName, accountLinks, signOut, children } = props;
  return (
    <SchoolThemeScope
      primaryColour={school.primaryColour}
      accentColour={school.accentColour}
      className="flex min-h-dvh flex-col"
    >
      <SkipLink />
      <NavigationProgress />
      <header className="bg-shell text-shell-ink print:hidden">
        <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-3 px-4">
          <Link
            href={homeHref}
            prefetch={false}
            className="flex min-h-11 min-w-0 items-center rounded-control outline-current"
          >
            <SchoolMark name={school.name} logoUrl={school.logoUrl} />
          </Link>
          <div className="flex shrink-0 items-center gap-1">
            {bell}
            <AccountMenu personName={personName} links={accountLinks} signOut={signOut} />
          </div>
        </div>
      </header>
      {nav.length > 1 ? <WideNav label={area} items={nav} /> : null}
      <main
        id={CONTENT_ID}
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl grow px-4 pt-6 pb-32 outline-none md:pt-8 md:pb-16"
      >
        {children}
      </main>
      {nav.length > 1 ? <TabBar label={area} items={nav} /> : null}
    </SchoolThemeScope>
  );
}
