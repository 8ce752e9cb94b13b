import type { Account } from "@/lib/auth/get-account";
import { areasOf } from "@/lib/auth/permissions";

/** The address of the widest area of somebody's one school; null where there is a choice to make. */
export function onlyArea({ memberships }: Pick<Account, "memberships">): string | null {
  const [only, ...others] = memberships;
  const area = only && areasOf(only.roles)[0];
  return area && others.length === 0 ? `/${only.slug}/${area}` : null;
}
