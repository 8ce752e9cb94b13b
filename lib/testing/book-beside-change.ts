import { setTimeout } from "node:timers/promises";
import type { BookLessons, BookedLessons } from "@/lib/booking/book-lessons";
import type { Db } from "@/lib/db/in-school";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { blocked } from "./at-once";
import { anAdmin, contextOf } from "./people-factory";
import { aRush, startOf } from "./rush-factory";

type Doors = {
  inSchool: <T>(ctx: SchoolContext, work: (db: Db) => Promise<T>) => Promise<T>;
  beginScheduleChange: (db: Db, ctx: SchoolContext) => Promise<unknown>;
  bookLessons: (ctx: SchoolContext, input: BookLessons) => Promise<BookedLessons>;
};

/** What becomes of a booking that is sent while an admin's change of the schedule is not committed yet. */
export async function bookBesideChange(doors: Doors): Promise<"waited" | "booked meanwhile"> {
  const { school, families } = await aRush({ families: 1 });
  const [family] = families;
  if (family === undefined) throw new Error("a rush of one has a family");
  const admin = contextOf(school, await anAdmin(school));
  const lessons = [{ week: 4, startsAt: startOf(school, 1) }];
  const input = { enrolmentId: family.enrolment.id, lessons, requestKey: newId() };
  const booking = { isOver: false };
  const begun: Promise<unknown>[] = [];
  const seen = await doors.inSchool(admin, async (db) => {
    await doors.beginScheduleChange(db, admin);
    const press = doors.bookLessons(family.ctx, input);
    begun.push(press.finally(() => (booking.isOver = true)));
    while (!booking.isOver && (await blocked()) === 0) await setTimeout(20);
    return booking.isOver ? "booked meanwhile" : "waited";
  });
  // A booking that was refused fails the test.
  await Promise.all(begun);
  return seen;
}
