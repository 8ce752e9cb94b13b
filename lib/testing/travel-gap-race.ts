import type { BookLessons, BookedLessons } from "@/lib/booking/book-lessons";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { atOnce } from "./at-once";
import { aTeacher } from "./people-factory";
import { aRush, outcomesOf, startOf, type Outcome, type RushFamily } from "./rush-factory";
import { aHybridCourse } from "./scheduling-factory";
import { aSchool, aTerm, type TestSchool, type TestTerm } from "./school-factory";

type Book = (ctx: SchoolContext, input: BookLessons) => Promise<BookedLessons>;
type Pair = readonly [RushFamily, RushFamily];

/**
 * For every teacher two families that want neighbouring times in two locations, all at the same
 * moment: no overlap anywhere, but never enough time to travel. Says what each pair was told.
 */
export async function raceForTravelGaps(book: Book, teachers: number): Promise<Outcome[][]> {
  const school = await aSchool({ travelGapMinutes: 30 });
  const term = await aTerm(school);
  const pairs: Pair[] = [];
  while (pairs.length < teachers) pairs.push(await aPair(school, term));
  const presses = await atOnce(school, () =>
    pairs.map((pair) => pair.map((family, slot) => press(book, { family, slot }))),
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

function press(book: Book, { family, slot }: { family: RushFamily; slot: number }) {
  const { ctx, enrolment } = family;
  const startsAt = startOf(enrolment.course.school, slot);
  const lessons = [{ week: 4, startsAt }];
  return book(ctx, { enrolmentId: enrolment.id, lessons, requestKey: newId() });
}
