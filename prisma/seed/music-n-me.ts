import type { PersonId } from "@/lib/ids";
import { addDays } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { asTimeZone } from "@/lib/time/zone";
import { seedSignIns } from "./accounts";
import { dayIn } from "./calendar";
import { foundSchool } from "./found-school";
import { seedMusicCourses } from "./music-n-me-courses";
import { LOCATIONS, TEACHERS } from "./music-n-me-plan";
import { birthday, imaginedFamily, seedFamilies, type FamilyPlan } from "./seed-families";
import { known, mobileNumber, seedPlaces, type Places } from "./seed-places";
import { at, setUpDay, type Seeding } from "./seeding";
import { settle } from "./settle";

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
  await seedMusicCourses(seeding, places, { families, mia, noah });
  const teacherId = known(places.teachers, "Grace") as string as PersonId;
  const people = [teacherId, mia.guardianId, noah.id as string as PersonId];
  await seedSignIns(at(seeding, addDays(setUpDay(seeding), 58), "09:00"), people, passwordHash);
  await settle(seeding);
}

async function seedMusicPlaces(seeding: Seeding): Promise<Places> {
  const { earlier, current, next } = seeding.calendar;
  return seedPlaces(seeding, {
    locations: LOCATIONS,
    teachers: TEACHERS,
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

/** The demo family first; then families with two children, with one, and adults who learn. */
function familyPlans(seeding: Seeding): FamilyPlan[] {
  let child = 0;
  const nextAge = () => AGES[child++ % AGES.length] ?? 9;
  const plans = [demoFamily(seeding)];
  while (plans.length < FAMILIES) {
    const adult = plans.length >= FAMILIES - ADULT_LEARNERS;
    const ages = plans.length < WITH_TWO_CHILDREN ? [nextAge(), nextAge()] : [nextAge()];
    plans.push(imaginedFamily(seeding, adult ? [] : ages, MAIL_DOMAIN));
  }
  return plans;
}

function demoFamily(seeding: Seeding): FamilyPlan {
  const familyName = "Parker";
  const phone = mobileNumber(seeding);
  return {
    ages: [8, 15],
    guardians: [
      { givenName: "Alex", familyName, phone, email: `parent@${MAIL_DOMAIN}`, kind: "PRIMARY" },
      { givenName: "Jamie", familyName, phone: mobileNumber(seeding), kind: "OTHER" },
      { givenName: "Ruth", familyName, phone: mobileNumber(seeding), kind: "EMERGENCY" },
    ],
    students: [
      { givenName: "Mia", familyName, bornOn: birthday(seeding, 8) },
      {
        givenName: "Noah",
        familyName,
        bornOn: birthday(seeding, 15),
        email: `student@${MAIL_DOMAIN}`,
      },
    ],
  };
}
