import type { Db } from "@/lib/db/in-school";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { decideSave, type SaveFacts, type SaveOutcome } from "@/lib/values/shown-record";
import { formatAgo } from "@/lib/time/ago";
import { instantFromDate, MINUTE_MS } from "@/lib/time/instant";
import { fullName } from "./person-row";

type Save<Field extends string> = SaveFacts<Field> & {
  /** What the record's audit entries are about, and which of them change these fields. */
  subjectId: string;
  actions: readonly string[];
};

/**
 * Whether a save of a whole form is to be written. It is called with the record locked (by
 * `beginScheduleChange` or FOR UPDATE), so that of two saves of the same version one is written. Throws
 * `Refusal("changed-meanwhile")` with who changed it, when, and what stands now.
 */
export async function settleSave<Field extends string>(
  db: Db,
  ctx: SchoolContext,
  save: Save<Field>,
): Promise<SaveOutcome<Field>> {
  const { basedOn, present, wanted } = save;
  const decision = decideSave({ basedOn, present, wanted });
  if (decision === "save") return { outcome: "saved", stands: wanted };
  if (decision === "unchanged") return { outcome: "unchanged", stands: present };
  const change = await findLastChange(db, ctx, save);
  throw new Refusal("changed-meanwhile", { change, present, basedOn });
}

/** "Alice Chen changed this 2 minutes ago". */
export async function findLastChange(
  db: Db,
  ctx: SchoolContext,
  { subjectId, actions }: Pick<Save<string>, "subjectId" | "actions">,
): Promise<string> {
  const last = await db.auditEntry.findFirst({
    where: { subjectId, action: { in: [...actions] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  if (last === null) return "This was changed";
  const at = instantFromDate(last.at);
  const isFresh = ctx.now - at < MINUTE_MS;
  const when = isFresh ? "just now" : formatAgo(at, ctx.now, ctx.school.locale);
  const me = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  if (last.actorId !== null && last.actorId === me) return `You changed this ${when}`;
  const who = last.actorId && (await db.person.findFirst({ where: { id: last.actorId } }));
  return who ? `${fullName(who)} changed this ${when}` : `This was changed ${when}`;
}
