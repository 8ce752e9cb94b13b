import { askSchool } from "@/lib/booking/ask-school";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import type { PersonId } from "@/lib/ids";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import { addDays } from "@/lib/time/day";
import { plusHours, type Instant } from "@/lib/time/instant";
import { asTimeZone } from "@/lib/time/zone";
import { seedSignIns } from "./accounts";
import { dayIn } from "./calendar";
import { foundSchool } from "./found-school";
import { CURRENT_COURSES, EARLIER_COURSES, LOCATIONS, NEXT_COURSES, TEACHERS } from "./music-n-me-plan";
import { seedBooking, seedBookings } from "./seed-bookings";
import { seedCourse, seedEnrolment, type SeededCourse } from "./seed-courses";
import { seedEnrolments } from "./seed-enrolments";
import {
  birthday,
  imaginedFamily,
  seedFamilies,
  type FamilyPlan,
  type SeededFamily,
  type SeededStudent,
} from "./seed-families";
import { known, seedPlaces, type Places } from "./seed-places";
import { asGuardian, at, momentOf, setUpDay, type Seeding } from "./seeding";

const MAIL_DOMAIN = "musicnme.example";
const FAMILIES = 150;
const WITH_TWO_CHILDREN = 50;
const ADULT_LEARNERS = 4;
/** Of every ten children, how old: enough for each course to fill. */
const AGES = [4, 6, 7, 8, 9, 10, 11, 5, 13, 15] as const;

/** The first customer's school with a term under way. */
export async function seedMusicNMe(now: Instant, passwordHash: string): Promise<void> {
  const seeding = await foundSchool(
    {
      school: {
        slug: "musicnme",
        name: "Music 'n Me",
        timeZone: asTimeZone("Australia/Sydney"),
        currency: "AUD",
        locale: "en-AU",
      },
      admin: { givenName: "Robin", familyName: "Marsh", email: `admin@${MAIL_DOMAIN}` },
      settings: {
        phone: "02 5550 0100",
        email: `hello@${MAIL_DOMAIN}`,
        address: "12 Wattle Lane, Newtown NSW 2042",
        travelGapMinutes: 45,
      },
      passwordHash,
      seed: 1,
    },
    now,
  );
  const places = await seedMusicPlaces(seeding);
  const families = await seedFamilies(seeding, familyPlans(seeding));
  const [demo] = families;
  const [mia, noah] = demo?.students ?? [];
  if (!demo || !mia || !noah) throw new Error("the demo family is missing");
  const courses = await seedMusicCourses(seeding, places, { families, mia, noah });
  for (const course of courses) await seedBookings(seeding, course);
  await seedLoosEnds(seeding, courses, families);
  const teacherId = known(places.teachers, "Grace") as string as PersonId;
  const people = [teacherId, mia.guardianId, noah.id as string as PersonId];
  await seedSignIns(at(seeding, addDays(setUpDay(seeding), 55), "09:00"), people, passwordHash);
}

async function seedMusicPlaces(seeding: Seeding): Promise<Places> {
  const { earlier, current, next } = seeding.calendar;
  return seedPlaces(seeding, {
    locations: LOCATIONS,
    teachers: TEACHERS.map((each) => (each.key === "Grace" ? { ...each, email: "teacher" } : each)),
    terms: [...earlier, current, next],
    mailDomain: MAIL_DOMAIN,
    closures: [
      ...earlier.map((term) => ({ name: "Public holiday", startsOn: dayIn(term, 7, 1) })),
      { name: "Lift repairs", startsOn: dayIn(current, 2, 5), location: "Chatswood" },
      { name: "Staff training day", startsOn: dayIn(current, 5, 5), location: "Newtown" },
      { name: "Public holiday", startsOn: dayIn(current, 6, 3) },
      { name: "Pupil-free day", startsOn: dayIn(next, 1, 1) },
      { name: "Long weekend", startsOn: dayIn(next, 4, 5), endsOn: dayIn(next, 5, 1) },
    ],
  });
}
