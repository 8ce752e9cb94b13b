import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { LocationId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { claimName } from "./claim-name";
import { locationShown, type LocationField } from "./shown-places";

export type LocationChange = {
  locationId: LocationId;
  name: string;
  address?: string | null;
  phone?: string | null;
  basedOn: BasedOn<LocationField>;
};

const action = "scheduling/location.changed";

/** Throws `NotFound` and `Refusal`: the name is taken, or somebody changed it meanwhile. */
export async function updateLocation(
  ctx: SchoolContext,
  input: LocationChange,
): Promise<SaveOutcome<LocationField>> {
  const { locationId: subjectId, basedOn, name, address = null, phone = null } = input;
  const data = { name, address, phone };
  return claimName("location", () =>
    inSchool(ctx, async (db) => {
      await db.$queryRaw`
        SELECT id FROM location
         WHERE school_id = current_school() AND id = ${subjectId}::uuid FOR UPDATE`;
      const location = await db.location.findFirst({ where: { id: subjectId } });
      if (location === null) throw new NotFound();
      const save = { basedOn, present: locationShown(location), wanted: locationShown(data) };
      const saved = await settleSave(db, ctx, { ...save, subjectId, actions: [action] });
      if (saved.outcome === "unchanged") return saved;
      await db.location.updateMany({ where: { id: subjectId }, data });
      await recordAudit(db, ctx, { action, subjectId, data });
      return saved;
    }),
  );
}
