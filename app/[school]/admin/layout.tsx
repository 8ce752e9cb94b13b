import {
  CalendarDays,
  CalendarX,
  Clock,
  House,
  LifeBuoy,
  MapPin,
  Music,
  Settings,
  UsersRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "@/app/(public)/account/actions";
import { AppShell } from "@/components/shell/app-shell";
import { areasOf, type Area } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/session";

const OTHER_AREAS: Record<Area, string> = {
  admin: "Run the school",
  teach: "Teach",
  family: "My family",
  student: "My lessons",
};

type AdminLayoutProps = { children: ReactNode; params: Promise<{ school: string }> };

export default async function AdminLayout({ children, params }: AdminLayoutProps) {
  const { school: slug } = await params;
  const { school, actor } = await requireMember(slug, "school:write");
  const home = `/${slug}/admin`;
  const roles = actor.kind === "member" ? actor.roles : [];
  const others = areasOf(roles).filter((area) => area !== "admin");
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
        { href: `${home}/availability`, label: "Teachers' times", icon: Clock },
        { href: `${home}/closures`, label: "Closures", icon: CalendarX },
        { href: `${home}/setup`, label: "Rooms & terms", icon: MapPin },
        { href: `${home}/settings`, label: "Settings", icon: Settings },
      ]}
      personName={actor.kind === "member" ? actor.displayName : ""}
      accountLinks={[
        { href: "/account", label: "My account" },
        ...others.map((area) => ({ href: `/${slug}/${area}`, label: OTHER_AREAS[area] })),
        { href: "/schools?show=all", label: "Another school" },
      ]}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
