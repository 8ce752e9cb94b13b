import type { PersonId } from "@/lib/ids";
import { addDays } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { asTimeZone } from "@/lib/time/zone";
import { seedSignIns } from "./accounts";
import { dayIn } from "./calendar";
import {
  hybrid,
  teacher,
  weekly,
  type PlannedCourse,
  type PlannedLocation,
  type PlannedTeacher,
} from "./course-plan";
import { foundSchool } from "./found-school";
import { seedBookings } from "./seed-bookings";
import { seedCourse, seedEnrolment, type SeededCourse } from "./seed-courses";
import { seedEnrolments } from "./seed-enrolments";
import { birthday, imaginedFamily, seedFamilies, type FamilyPlan } from "./seed-families";
import { mobileNumber, seedPlaces } from "./seed-places";
import { at, setUpDay, type Seeding } from "./seeding";
import { settle } from "./settle";

const MAIL_DOMAIN = "kiwikeys.example";

const LOCATIONS: readonly PlannedLocation[] = [
  {
    name: "Ponsonby",
    address: "5 Kowhai Road, Ponsonby, Auckland 1011",
    phone: "09 555 0119",
    rooms: [
      { name: "Front Room", capacity: 16, instruments: [] },
      { name: "Piano Nook", capacity: 11, instruments: ["piano"] },
    ],
  },
];

const TEACHERS: readonly PlannedTeacher[] = [
  teacher(["Moana Tui", "piano", "Ponsonby"], "2 15:00-18:30, 4 15:00-18:00"),
  teacher(["Callum Reid", "guitar ukulele", "Ponsonby"], "3 15:00-18:30"),
  teacher(["Hine Parata", "singing", "Ponsonby"], "1 15:00-18:00"),
];

const COURSES: readonly PlannedCourse[] = [
  hybrid("GGIGGGIGGI", ["Piano Foundation", "piano", "Moana", "Front Room", 2, "16:00", 60, 5], {
    window: { opens: [1, 4], closes: [3, 7] },
    booked: { 3: 2 },
  }),
  weekly("GROUP", [6, 12], ["Ukulele Club", "ukulele", "Callum", "Front Room", 3, "16:00", 45, 5]),
  weekly("BAND", [11, 17], ["Harbour Band", "singing", "Hine", "Front Room", 1, "16:30", 60, 3]),
];

/** A small school across the sea: another zone, another currency, no room for a leak. */
export async function seedKiwiKeys(now: Instant, passwordHash: string): Promise<void> {
  const seeding = await foundSchool(
    {
      school: {
        slug: "kiwikeys",
        name: "Kiwi Keys",
        timeZone: asTimeZone("Pacific/Auckland"),
        currency: "NZD",
        locale: "en-NZ",
      },
      admin: { givenName: "Ngaio", familyName: "Walsh", email: `admin@${MAIL_DOMAIN}` },
      settings: {
        phone: "09 555 0100",
        email: `kiaora@${MAIL_DOMAIN}`,
        primaryColour: "#1f7a5c",
        accentColour: "#ffb703",
      },
      passwordHash,
      seed: 2,
    },
    now,
  );
  const guardianId = await seedPeopleAndCourses(seeding);
  const invited = at(seeding, addDays(setUpDay(seeding), 58), "09:00");
  await seedSignIns(invited, [guardianId], passwordHash);
  await settle(seeding);
}

/** Returns the demo parent. */
async function seedPeopleAndCourses(seeding: Seeding): Promise<PersonId> {
  const { current, next } = seeding.calendar;
  const places = await seedPlaces(seeding, {
    locations: LOCATIONS,
    teachers: TEACHERS,
    terms: [current, next],
    closures: [{ name: "Public holiday", startsOn: dayIn(current, 6, 1) }],
    mailDomain: MAIL_DOMAIN,
  });
  const families = await seedFamilies(seeding, familyPlans(seeding));
  const students = families.flatMap((family) => family.students);
  const courses: SeededCourse[] = [];
  for (const plan of COURSES) {
    courses.push(await seedCourse(seeding, places, { plan, term: current }));
  }
  const [[child], [piano]] = [students, courses];
  if (!child || !piano) throw new Error("the demo family is missing");
  await seedEnrolment(seeding, piano, child);
  await seedEnrolments(seeding, courses, students);
  for (const course of courses) await seedBookings(seeding, course);
  return child.guardianId;
}

function familyPlans(seeding: Seeding): FamilyPlan[] {
  const [familyName, phone] = ["Ngata", mobileNumber(seeding)];
  const email = `parent@${MAIL_DOMAIN}`;
  const demo: FamilyPlan = {
    ages: [9],
    guardians: [{ givenName: "Tama", familyName, phone, email, kind: "PRIMARY" }],
    students: [{ givenName: "Aria", familyName, bornOn: birthday(seeding, 9) }],
  };
  const ages = [[7, 12], [8], [10], [6], [14, 9], [11], [13], [8], [16]];
  return [demo, ...ages.map((each) => imaginedFamily(seeding, each, MAIL_DOMAIN))];
}
