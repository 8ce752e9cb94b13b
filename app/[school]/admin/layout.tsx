import {
  CalendarDays,
  CalendarX,
  Clock,
  House,
  LifeBuoy,
  Mail,
  MapPin,
  Music,
  Settings,
  UsersRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "@/app/(public)/account/actions";
import { AppShell } from "@/components/shell/app-shell";
import { requireMember } from "@/lib/auth/session";
import { accountLinks } from "../area-links";
import { NoticesBell } from "../notices-bell";

type AdminLayoutProps = { children: ReactNode; params: Promise<{ school: string }> };

export default async function AdminLayout({ children, params }: AdminLayoutProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "school:write");
  const { school, actor } = ctx;
  const home = `/${slug}/admin`;
  return (
    <AppShell
      school={school}
      homeHref={home}
      area="Admin"
      nav={[
        { href: home, label: "Today", icon: House, exact: true },
        { href: `${home}/desk`, label: "Desk", icon: LifeBuoy },
        { href: `${home}/courses`, label: "Courses", icon: Music },
        { href: `${home}/calendar`, label: "Calendar", icon: CalendarDays },
        { href: `${home}/people`, label: "People", icon: UsersRound },
        { href: `${home}/availability`, label: "Teacher availability", icon: Clock },
        { href: `${home}/closures`, label: "Closures", icon: CalendarX },
        { href: `${home}/setup`, label: "Rooms & terms", icon: MapPin },
        { href: `${home}/mail`, label: "Email", icon: Mail },
        { href: `${home}/settings`, label: "Settings", icon: Settings },
      ]}
      bell={<NoticesBell ctx={ctx} area="admin" />}
      personName={actor.kind === "member" ? actor.displayName : ""}
      accountLinks={accountLinks(ctx, "admin")}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
