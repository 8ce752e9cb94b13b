import type { MenuLink } from "@/components/shell/account-menu";
import { areasOf, type Area } from "@/lib/auth/permissions";
import type { SchoolContext } from "@/lib/school-context";

const AREAS: Record<Area, string> = {
  admin: "Run the school",
  teach: "Teach",
  family: "My family",
  student: "My lessons",
};

/** What the account menu of an area leads to: the account, the person's other areas, other schools. */
export function accountLinks({ school, actor }: SchoolContext, here: Area): MenuLink[] {
  const roles = actor.kind === "member" ? actor.roles : [];
  const others = areasOf(roles).filter((area) => area !== here);
  return [
    { href: "/account", label: "My account" },
    { href: `/${school.slug}/${here}/mail-settings`, label: "Email settings" },
    ...others.map((area) => ({ href: `/${school.slug}/${area}`, label: AREAS[area] })),
    { href: "/schools?show=all", label: "My schools" },
  ];
}
