import { CalendarDays } from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "@/app/(public)/account/actions";
import { AppShell } from "@/components/shell/app-shell";
import { requireMember } from "@/lib/auth/session";
import { accountLinks } from "../area-links";
import { NoticesBell } from "../notices-bell";

type TeachLayoutProps = { children: ReactNode; params: Promise<{ school: string }> };

export default async function TeachLayout({ children, params }: TeachLayoutProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:read");
  const home = `/${slug}/teach`;
  return (
    <AppShell
      school={ctx.school}
      homeHref={home}
      area="Teaching"
      nav={[{ href: home, label: "Calendar", icon: CalendarDays }]}
      bell={<NoticesBell ctx={ctx} area="teach" />}
      personName={ctx.actor.kind === "member" ? ctx.actor.displayName : ""}
      accountLinks={accountLinks(ctx, "teach")}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
