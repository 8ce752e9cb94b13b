import type { Db } from "@/lib/db/in-school";
import type { TermId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, dayFromDate, type Day } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";

export type TermChoice = { id: TermId; name: string; startsOn: Day; endsOn: Day };

/** The term that today lies in, else the next one, else the last; null when there is none. */
export async function findCurrentTerm(db: Db, ctx: SchoolContext): Promise<TermChoice | null> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const row =
    (await db.term.findFirst({
      where: { endsOn: { gte: today } },
      orderBy: { startsOn: "asc" },
    })) ?? (await db.term.findFirst({ orderBy: { startsOn: "desc" } }));
  return row && termChoice(row);
}

export async function findTerms(db: Db): Promise<TermChoice[]> {
  const rows = await db.term.findMany({ orderBy: { startsOn: "desc" } });
  return rows.map(termChoice);
}

function termChoice(row: { id: string; name: string; startsOn: Date; endsOn: Date }): TermChoice {
  return {
    id: row.id as TermId,
    name: row.name,
    startsOn: dayFromDate(row.startsOn),
    endsOn: dayFromDate(row.endsOn),
  };
}
