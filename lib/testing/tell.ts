import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import { oweTelling } from "@/lib/notifications/owe-telling";
import { sendOwedMail } from "@/lib/notifications/send-owed-mail";
import type { Telling } from "@/lib/notifications/tellings/telling";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "./database";

/** Owes what an event has to tell and sends the mails that are owed, as the jobs do. */
export async function tellNow<E extends EventDefinition>(
  ctx: SchoolContext,
  telling: Telling<E>,
  event: OwedEvent<E>,
): Promise<void> {
  await oweTelling(ctx, telling, event);
  const { rows } = await superuserQuery(
    "SELECT id FROM delivery WHERE school_id = $1 AND state = 'PENDING'",
    [ctx.schoolId],
  );
  const tellings = new Map([[telling.kind, telling]]);
  for (const { id } of rows) await sendOwedMail(ctx, { deliveryId: String(id), tellings });
}
