import { type StudentId } from "@/lib/ids";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import { createCourse, type NewCourse } from "@/lib/scheduling/create-course";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import type { SchoolContext } from "@/lib/school-context";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { superuserQuery } from "./database";
import { insertRow } from "./insert-row";
import { aFamily, aGuardian, aMember, anAdmin, aTeacher, contextOf } from "./people-factory";
import type { TestStudent } from "./people-factory";
import { aRoom, aSchool, aTerm, type TestSchool } from "./school-factory";

/** A Monday of every kind of lesson: Monday 2 November 2026 is week 4. */
export const FULL_DAY = asDay("2026-11-02");

export type LessonWorld = Awaited<ReturnType<typeof aLessonWorld>>;

/**
 * A school in which everybody has a lesson on the Monday `FULL_DAY`, of every kind of course: Mia and Leo
 * Price (guardians Priya and Sam, emergency contact Eve), Ada (an adult who signs in herself) and Kim, whose
 * family does not sign in. Alice teaches all of it; Ben teaches nothing yet.
 */
export async function aLessonWorld() {
  const school = await aSchool({ name: "Musikschule" });
  const term = await aTerm(school);
  const admin = await anAdmin(school, { givenName: "Ana" });
  const ctx = contextOf(school, admin);
  const alice = await aTeacher(school, { givenName: "Alice" });
  const ben = await aTeacher(school, { givenName: "Ben" });
  const studio = await aRoom(school, { name: "Studio", capacity: 8 });
  const hall = await aRoom(school, { name: "Hall", capacity: 8, location: studio.location });
  const people = await peopleOf(school);
  const base = { termId: term.id, teacherId: alice.id, roomId: studio.id };
  const make = makerIn(ctx, base);
  const courses = {
    group: await make("GROUP", "10:00", [people.mia, people.kim]),
    band: await make("BAND", "11:00", [people.leo, people.ada]),
    individual: await make("INDIVIDUAL", "13:00", [people.mia]),
    workshop: await make("ONE_OFF", "09:00", [people.leo]),
    hybrid: await make("HYBRID", "16:00", [people.leo]),
    empty: await make("GROUP", "19:00", []),
  };
  await giveEverybodyAnAddress(school);
  return { school, term, ctx, alice, ben, studio, hall, people, courses };
}

async function peopleOf(school: TestSchool) {
  const price = await aFamily(school, { name: "Price", students: ["Mia", "Leo"] });
  const rename = "UPDATE person SET given_name = $2 WHERE id = $1";
  await superuserQuery(rename, [price.guardian.personId, "Priya"]);
  await aGuardian(school, { family: price, kind: "OTHER", givenName: "Sam" });
  await aGuardian(school, { family: price, kind: "EMERGENCY", givenName: "Eve" });
  const huang = await aFamily(school, { name: "Huang", students: ["Kim"] });
  await superuserQuery("DELETE FROM membership WHERE person_id = $1", [huang.guardian.personId]);
  const [mia, leo = mia] = price.students;
  return { mia, leo, kim: huang.students[0], ada: await anAdult(school) };
}

/** Learns and signs in, in a household whose guardian does not. */
async function anAdult(school: TestSchool): Promise<TestStudent> {
  const own = await aFamily(school, { name: "Lovelace", students: ["Bo"] });
  await superuserQuery("DELETE FROM membership WHERE person_id = $1", [own.guardian.personId]);
  const member = await aMember(school, { givenName: "Ada", roles: ["STUDENT"] });
  const id = member.personId as string as StudentId;
  await insertRow("student", { schoolId: school.id, id, familyId: own.id });
  return { ...member, id, familyId: own.id };
}

type Place = Pick<NewCourse, "termId" | "teacherId" | "roomId">;

/** Monday's courses, an hour each, with who is in them. */
function makerIn(ctx: SchoolContext, place: Place) {
  return async (kind: CourseKind, startTime: string, students: readonly TestStudent[]) => {
    const courseId = await createCourse(ctx, {
      ...place,
      kind,
      acceptOutside: true,
      name: `${kind} course at ${startTime}`,
      ...(kind === "ONE_OFF" ? { heldOn: FULL_DAY } : { weekday: 1 as const }),
      startTime: asWallTime(startTime),
      groupMinutes: 45,
      lessonMinutes: kind === "HYBRID" ? 45 : null,
      capacity: 6,
    });
    const enrolments = [];
    for (const { id: studentId } of students) {
      enrolments.push(
        await enrolStudent(ctx, { courseId, studentId, startsOn: asDay("2026-10-12") }),
      );
    }
    return { id: courseId, enrolments };
  };
}

async function giveEverybodyAnAddress({ id, slug }: TestSchool): Promise<void> {
  await superuserQuery(
    "UPDATE person SET email = lower(given_name) || '@' || $2 || '.example' WHERE school_id = $1",
    [id, slug],
  );
}
