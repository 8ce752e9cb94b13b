import { CalendarCheck2, CalendarDays, House } from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "@/app/(public)/account/actions";
import { AppShell } from "@/components/shell/app-shell";
import { requireMember } from "@/lib/auth/session";
import { accountLinks } from "../area-links";
import { NoticesBell } from "../notices-bell";

type FamilyLayoutProps = { children: ReactNode; params: Promise<{ school: string }> };

export default async function FamilyLayout({ children, params }: FamilyLayoutProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "family:area");
  const member = await requireMember(slug, "member");
  const home = `/${slug}/family`;
  return (
    <AppShell
      school={ctx.school}
      homeHref={home}
      area="Family"
      nav={[
        { href: home, label: "Home", icon: House, exact: true },
        { href: `${home}/calendar`, label: "Calendar", icon: CalendarDays },
        { href: `${home}/bookings`, label: "Bookings", icon: CalendarCheck2 },
      ]}
      bell={<NoticesBell ctx={ctx} area="family" />}
      personName={ctx.actor.kind === "member" ? ctx.actor.displayName : ""}
      accountLinks={accountLinks(member, "family")}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
