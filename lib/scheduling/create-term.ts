import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type TermId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, type Day } from "@/lib/time/day";
import { beginScheduleChange } from "./begin-schedule-change";
import { claimName } from "./claim-name";

export type NewTerm = { name: string; startsOn: Day; endsOn: Day };

export async function createTerm(ctx: SchoolContext, input: NewTerm): Promise<TermId> {
  if (input.endsOn < input.startsOn) throw new Refusal("ends-before-start");
  const id = newId<TermId>();
  const dates = { startsOn: dateFromDay(input.startsOn), endsOn: dateFromDay(input.endsOn) };
  await claimName("term", () =>
    inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx);
      const other = await db.term.findFirst({
        where: { startsOn: { lte: dates.endsOn }, endsOn: { gte: dates.startsOn } },
      });
      if (other) throw new Refusal("term-overlap", { name: other.name });
      await db.term.create({ data: { id, name: input.name, ...dates } });
      await recordAudit(db, ctx, { action: "scheduling/term.created", subjectId: id, data: input });
    }),
  );
  return id;
}
