import { announceDueWindows } from "@/lib/booking/window/announce-due-windows";
import { asSystem } from "@/lib/db/system";
import { dateFromInstant } from "@/lib/time/instant";
import type { Seeding } from "./seeding";

/** Marks everything that happened so far as told, so that no mail goes out about the past. */
export async function settle({ ctx, now }: Seeding): Promise<void> {
  await announceDueWindows({ ...ctx, now });
  await asSystem((db) =>
    db.outboxEvent.updateMany({
      where: { schoolId: ctx.schoolId, sentAt: null },
      data: { sentAt: dateFromInstant(now) },
    }),
  );
}
