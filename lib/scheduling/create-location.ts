import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type LocationId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { beginScheduleChange } from "./begin-schedule-change";
import { claimName } from "./claim-name";

export type NewLocation = { name: string; address?: string | null; phone?: string | null };

export async function createLocation(ctx: SchoolContext, input: NewLocation): Promise<LocationId> {
  const id = newId<LocationId>();
  await claimName("location", () =>
    inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx);
      await db.location.create({ data: { ...input, id } });
      await recordAudit(db, ctx, {
        action: "scheduling/location.created",
        subjectId: id,
        data: input,
      });
    }),
  );
  return id;
}
