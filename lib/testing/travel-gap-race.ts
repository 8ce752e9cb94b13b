import type { BookLessons, BookedLessons } from "@/lib/booking/book-lessons";
import type { MoveBooking, MovedBooking } from "@/lib/booking/move-booking";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { atOnce } from "./at-once";
import { aBooking } from "./booking-factory";
import { aTeacher } from "./people-factory";
import { aRush, outcomesOf, startOf, type Outcome, type RushFamily } from "./rush-factory";
import { aHybridCourse } from "./scheduling-factory";
import { aSchool, aTerm, type TestSchool, type TestTerm } from "./school-factory";

type Book = (ctx: SchoolContext, input: BookLessons) => Promise<BookedLessons>;
type Move = (ctx: SchoolContext, input: MoveBooking) => Promise<MovedBooking>;
type Pair = readonly [RushFamily, RushFamily];
/** Takes a time of week 4 for a family. */
type Press = (startsAt: Instant) => Promise<{ bookingIds: readonly string[] }>;

const WEEK = 4;

/**
 * For every teacher two families that want neighbouring times in two locations, all at the same
 * moment: no overlap anywhere, but never enough time to travel. Says what each pair was told.
 */
export async function raceForTravelGaps(book: Book, teachers: number): Promise<Outcome[][]> {
  return race(teachers, async ({ ctx, enrolment }) => (startsAt) => {
    const lessons = [{ week: WEEK, startsAt }];
    return book(ctx, { enrolmentId: enrolment.id, lessons, requestKey: newId() });
  });
}

/** The same by families that have booked already, far from each other, and move. */
export async function raceMovesForTravelGaps(move: Move, teachers: number): Promise<Outcome[][]> {
  return race(teachers, async ({ ctx, enrolment }, place) => {
    const shown = startOf(enrolment.course.school, 5 + 5 * place);
    const { id: bookingId } = await aBooking(enrolment, { week: WEEK, startsAt: shown });
    return async (startsAt) => {
      const moved = await move(ctx, { bookingId, shown, startsAt, requestKey: newId() });
      return { bookingIds: [moved.bookingId] };
    };
  });
}

async function race(
  teachers: number,
  ready: (family: RushFamily, place: number) => Promise<Press>,
): Promise<Outcome[][]> {
  const school = await aSchool({ travelGapMinutes: 30 });
  const term = await aTerm(school);
  const pairs: Press[][] = [];
  while (pairs.length < teachers)
    pairs.push(await Promise.all((await aPair(school, term)).map(ready)));
  const presses = await atOnce(school, () =>
    pairs.map((pair) => pair.map((press, slot) => press(startOf(school, slot)))),
  );
  return Promise.all(presses.map((pair) => outcomesOf(pair)));
}

async function aPair(school: TestSchool, term: TestTerm): Promise<Pair> {
  const teacher = await aTeacher(school);
  const families: RushFamily[] = [];
  for (let location = 0; location < 2; location += 1) {
    const course = await aHybridCourse(school, { term, teacher, plan: "IIIIIIIIII" });
    const rush = await aRush({ families: 1, school, course });
    families.push(...rush.families);
  }
  const [one, other] = families;
  if (one === undefined || other === undefined) throw new Error("a pair is two");
  return [one, other];
}
