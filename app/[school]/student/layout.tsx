import { CalendarDays } from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "@/app/(public)/account/actions";
import { AppShell } from "@/components/shell/app-shell";
import { requireMember } from "@/lib/auth/session";
import { accountLinks } from "../area-links";
import { NoticesBell } from "../notices-bell";

type StudentLayoutProps = { children: ReactNode; params: Promise<{ school: string }> };

export default async function StudentLayout({ children, params }: StudentLayoutProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "student:area");
  const member = await requireMember(slug, "member");
  const home = `/${slug}/student`;
  return (
    <AppShell
      school={ctx.school}
      homeHref={home}
      area="My lessons"
      nav={[{ href: home, label: "My lessons", icon: CalendarDays }]}
      bell={<NoticesBell ctx={ctx} area="student" />}
      personName={ctx.actor.kind === "member" ? ctx.actor.displayName : ""}
      accountLinks={accountLinks(member, "student")}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
