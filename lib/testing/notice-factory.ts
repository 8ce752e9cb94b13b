import { newId, type OutboxEventId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { date, insertRow } from "./insert-row";
import type { TestPerson } from "./people-factory";
import { TEST_NOW, type TestSchool } from "./school-factory";

type NoticeOptions = { title?: string; body?: string; path?: string | null; createdAt?: Instant };

/** One notice to a person, with the happening that it tells of. Returns its id. */
export async function aNotice(
  { id: schoolId }: TestSchool,
  { personId }: TestPerson,
  options: NoticeOptions = {},
): Promise<string> {
  const createdAt = date(options.createdAt ?? TEST_NOW);
  const outboxEventId = newId<OutboxEventId>();
  await insertRow("outbox_event", {
    ...{ schoolId, id: outboxEventId, name: "booking/lesson.booked", data: "{}" },
    ...{ occurredAt: createdAt, dueAt: createdAt, sentAt: createdAt },
  });
  const id: string = newId();
  await insertRow("notice", {
    ...{ schoolId, id, outboxEventId, personId, kind: "booking-confirmed", createdAt },
    title: options.title ?? "Booked: Mia, Piano",
    body: options.body ?? "Monday 4:00 pm",
    path: options.path === undefined ? "family" : options.path,
  });
  return id;
}
