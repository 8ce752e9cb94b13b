import { reset } from "../reset";
import {
  COURSES,
  familyOf,
  FREE_WEEKS,
  idOf,
  PLACES,
  slotStart,
  STUDENTS,
  studentAt,
  type Wish,
  wishOf,
} from "../rush-school";
import { bookRequest, meRequest, type Stage } from "../stage";
import { restAnswer, type Told } from "../verdict";
import { type Damage, judgeStorm } from "./storms";

const IN_FLIGHT = 20;
const SECONDS = 10;
const WARM_SECONDS = 2;

/** An authenticated route that does nothing, a second. */
export async function nopPerSecond(stage: Stage): Promise<number> {
  const requests = Array.from({ length: 200 }, (_, n) => meRequest(stage, n + 1));
  const job = { kind: "pump", requests, inFlight: IN_FLIGHT, repeat: true } as const;
  await stage.load.run({ ...job, seconds: WARM_SECONDS });
  const { replies, seconds } = await stage.load.run({ ...job, seconds: SECONDS });
  const failed = replies.filter(({ status }) => status !== 200);
  if (failed.length > 0) throw new Error(`${failed.length} of the empty requests failed`);
  return replies.length / seconds;
}

/** Bookings by REST a second; when every lesson is booked all are taken back, which is not counted. */
export async function appPerSecond(
  stage: Stage,
  damage: Damage,
  wanted = SECONDS,
): Promise<number> {
  let [bookings, seconds] = [0, 0];
  while (seconds < wanted) {
    await reset(stage.databaseUrl);
    const wishes = everyWish();
    const pumped = await stage.load.run({
      kind: "pump",
      requests: wishes.map((wish) => bookRequest(stage, wish)),
      inFlight: IN_FLIGHT,
      seconds: wanted - seconds,
      openWith: meRequest(stage, 1),
      keepBodies: true,
    });
    const told = pumped.replies.flatMap((reply, n): Told[] => {
      const wish = wishes[n];
      return wish ? [{ wish, answer: restAnswer(reply) }] : [];
    });
    await judgeStorm(stage, damage, told);
    bookings += told.filter(({ answer }) => answer.told === "booked").length;
    seconds += pumped.seconds;
  }
  return bookings / seconds;
}

/** A slot of their own for every student in every free week; neighbours in the list have other teachers. */
function everyWish(): Wish[] {
  const students = Array.from({ length: STUDENTS }, (_, n) => n + 1);
  return FREE_WEEKS.flatMap((week) =>
    students.map((student, n) => wishOf(student, week, Math.floor(n / COURSES))),
  );
}

/** The rows of a booking written by plain SQL as the app's role, a second. */
export async function sqlFloorPerSecond(stage: Stage): Promise<number> {
  await reset(stage.databaseUrl);
  const numbers = Array.from({ length: COURSES }, (_, n) => n + 1);
  const { bookings, seconds } = await stage.load.run({
    kind: "floor",
    url: stage.appUrl,
    connections: IN_FLIGHT,
    seconds: SECONDS,
    schoolId: idOf("school", 1),
    locationId: idOf("location", 1),
    courses: numbers.map(floorCourse),
    from: slotStart(12, 0),
  });
  await reset(stage.databaseUrl);
  return bookings / seconds;
}

function floorCourse(course: number) {
  const places = Array.from({ length: PLACES }, (_, place) => studentAt(course, place));
  return {
    courseId: idOf("course", course),
    teacherId: idOf("teacher", course),
    roomId: idOf("room", course),
    places: places.map((student) => ({
      studentId: idOf("student", student),
      enrolmentId: idOf("enrolment", student),
      guardianId: idOf("guardian", familyOf(student)),
    })),
  };
}
