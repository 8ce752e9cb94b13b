import { expect, type Page } from "@playwright/test";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aBooking } from "@/lib/testing/booking-factory";
import { useDatabase } from "@/lib/testing/database";
import { aFamily, TEST_PASSWORD, aTeacher, type TestFamily } from "@/lib/testing/people-factory";
import {
  aHybridCourse,
  anEnrolment,
  type TestCourse,
  type TestEnrolment,
} from "@/lib/testing/scheduling-factory";
import { aLocation, aRoom, aSchool, aTerm, type TestSchool } from "@/lib/testing/school-factory";
import { addDays, weekdayOf, type Day } from "@/lib/time/day";
import { plusHours, systemNow, type Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, dayAt, instantAt } from "@/lib/time/zone";

const SYDNEY = asTimeZone("Australia/Sydney");

export type FamilySchool = {
  school: TestSchool;
  course: TestCourse;
  family: TestFamily;
  mia: TestEnrolment;
  base: string;
  /** The start on the course's weekday of a week. */
  startIn: (week: number, time: string) => Instant;
};

type FamilySchoolOptions = { windowClosesInHours?: number };

/**
 * A school of its own for one journey: Mia has individual weeks 3, 5 and 7 to book on Mondays
 * between 15:00 and 19:00, every 45 minutes; the term began this week. The families know: no clock
 * tells them in the middle of a journey.
 */
export async function aFamilySchool(options: FamilySchoolOptions = {}): Promise<FamilySchool> {
  const superuser = process.env.E2E_SUPERUSER_URL;
  if (superuser === undefined) throw new Error("E2E_SUPERUSER_URL names the app's database.");
  useDatabase({ superuser, owner: superuser, app: superuser, system: superuser, jobs: superuser });
  const now = systemNow();
  const monday = mondayOf(dayAt(now, SYDNEY));
  const school = await aSchool({ name: "Kookaburra Music", phone: "02 5550 1234" });
  const location = await aLocation(school, { name: "Newtown", address: "12 Wattle Lane" });
  const room = await aRoom(school, { location, name: "Piano Room" });
  const teacher = await aTeacher(school, { givenName: "Grace", familyName: "Nguyen" });
  await anAvailability(school, teacher, { location });
  const { windowClosesInHours } = options;
  const course = await aHybridCourse(school, {
    name: "Piano Foundation 1",
    plan: "GGIGIGIGGG",
    term: await aTerm(school, { startsOn: monday }),
    teacher,
    room,
    startTime: "10:00",
    windowOpensAt: plusHours(now, -1),
    windowAnnouncedAt: plusHours(now, -1),
    windowClosesAt: windowClosesInHours === undefined ? null : plusHours(now, windowClosesInHours),
  });
  const family = await aFamily(school, { students: ["Mia", "Tom"] });
  return {
    school,
    course,
    family,
    mia: await anEnrolment(course, family.students[0]),
    base: `/${school.slug}/family`,
    startIn: (week, time) => instantAt(addDays(monday, (week - 1) * 7), asWallTime(time), SYDNEY),
  };
}

/** Another family takes a time, behind the back of whoever looks at it. */
export async function takeByOthers(
  { school, course, startIn }: FamilySchool,
  taken: { week: number; time: string },
): Promise<void> {
  const others = await aFamily(school, { students: ["Zoe"] });
  const enrolment = await anEnrolment(course, others.students[0]);
  const startsAt = startIn(taken.week, taken.time);
  await aBooking(enrolment, { week: taken.week, startsAt });
}

export async function signIn(page: Page, email: string, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`${next}$`));
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}
