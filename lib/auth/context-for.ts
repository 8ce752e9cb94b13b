import { mintSchoolContext, type SchoolContext } from "@/lib/school-context";
import { actorMay, rolesActing, type Permission } from "./permissions";

/** The context for what a permission opens, in the roles that act there; null without the permission. */
export function contextFor(ctx: SchoolContext, permission: Permission): SchoolContext | null {
  const { actor } = ctx;
  if (!actorMay(actor, permission)) return null;
  if (actor.kind === "system") return ctx;
  const roles = rolesActing(actor.roles, permission);
  return mintSchoolContext({ ...ctx, actor: { ...actor, roles } });
}
