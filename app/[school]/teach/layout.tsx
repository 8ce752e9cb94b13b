import { CalendarDays, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "@/app/(public)/account/actions";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/area-nav";
import { requireMember } from "@/lib/auth/session";
import type { SchoolContext } from "@/lib/school-context";
import { accountLinks } from "../area-links";
import { NoticesBell } from "../notices-bell";

type TeachLayoutProps = { children: ReactNode; params: Promise<{ school: string }> };

/** An admin looks in too; open times has whoever teaches. */
function navOf(home: string, { actor }: SchoolContext): NavItem[] {
  const teaches = actor.kind === "member" && actor.roles.includes("TEACHER");
  return [
    { href: home, label: "Calendar", icon: CalendarDays, exact: true },
    ...(teaches ? [{ href: `${home}/open-times`, label: "Open times", icon: Clock }] : []),
  ];
}

export default async function TeachLayout({ children, params }: TeachLayoutProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:read");
  const home = `/${slug}/teach`;
  return (
    <AppShell
      school={ctx.school}
      homeHref={home}
      area="Teaching"
      nav={navOf(home, ctx)}
      bell={<NoticesBell ctx={ctx} area="teach" />}
      personName={ctx.actor.kind === "member" ? ctx.actor.displayName : ""}
      accountLinks={accountLinks(ctx, "teach")}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
