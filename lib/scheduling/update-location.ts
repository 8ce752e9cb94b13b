import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { LocationId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { claimName } from "./claim-name";

export type LocationChange = {
  locationId: LocationId;
  name: string;
  address?: string | null;
  phone?: string | null;
};

export async function updateLocation(ctx: SchoolContext, input: LocationChange): Promise<void> {
  const { locationId, name, address = null, phone = null } = input;
  const data = { name, address, phone };
  await claimName("location", () =>
    inSchool(ctx, async (db) => {
      const { count } = await db.location.updateMany({ where: { id: locationId }, data });
      if (count === 0) throw new NotFound();
      const action = "scheduling/location.changed";
      await recordAudit(db, ctx, { action, subjectId: locationId, data });
    }),
  );
}
