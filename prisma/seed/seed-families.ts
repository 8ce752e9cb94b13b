import type { FamilyId, PersonId, StudentId } from "@/lib/ids";
import { addStudent } from "@/lib/people/add-student";
import { createFamily, type NewFamily } from "@/lib/people/create-family";
import { addDays, asDay, type Day } from "@/lib/time/day";
import { ADULT_NAMES, CHILD_NAMES, FAMILY_NAMES } from "./names";
import { mobileNumber } from "./seed-places";
import { at, setUpDay, type Seeding } from "./seeding";

export type SeededStudent = { id: StudentId; age: number; guardianId: PersonId; name: string };
export type SeededFamily = {
  id: FamilyId;
  guardianIds: PersonId[];
  students: SeededStudent[];
};

export type FamilyPlan = NewFamily & { ages: readonly number[]; adultLearner?: boolean };

const AT_ONCE = 8;

/** Families in the order of their plans, several at a time. */
export async function seedFamilies(
  seeding: Seeding,
  plans: readonly FamilyPlan[],
): Promise<SeededFamily[]> {
  const families: SeededFamily[] = [];
  for (let first = 0; first < plans.length; first += AT_ONCE) {
    const batch = plans.slice(first, first + AT_ONCE);
    const made = batch.map((plan, index) => seedFamily(seeding, plan, first + index));
    families.push(...(await Promise.all(made)));
  }
  return families;
}

async function seedFamily(
  seeding: Seeding,
  plan: FamilyPlan,
  index: number,
): Promise<SeededFamily> {
  const joined = addDays(setUpDay(seeding), 2 + (index % 50));
  const ctx = at(seeding, joined, "11:00");
  const { familyId, guardianIds, studentIds } = await createFamily(ctx, plan);
  const [guardianId] = guardianIds;
  if (guardianId === undefined) throw new Error("a demo family has no guardian");
  const learner = plan.adultLearner
    ? [await addStudent(ctx, { familyId, person: guardianId })]
    : studentIds;
  const students = learner.map((id, child) => ({
    id,
    guardianId,
    age: plan.ages[child] ?? 35,
    name: plan.students[child]?.givenName ?? "",
  }));
  return { id: familyId, guardianIds, students };
}

/** Who a family might be; `ages` are the children's, none is an adult who learns. */
export function imaginedFamily(
  seeding: Seeding,
  ages: readonly number[],
  mailDomain: string,
): FamilyPlan {
  const { random } = seeding;
  const familyName = random.pick(FAMILY_NAMES);
  const second = random.below(10) < 6 ? random.pick(ADULT_NAMES) : null;
  const adults = [random.pick(ADULT_NAMES), ...(second === null ? [] : [second])];
  const number = random.below(900) + 100;
  const guardians = adults.map((givenName, place) => ({
    givenName,
    familyName: place > 0 && random.below(5) === 0 ? random.pick(FAMILY_NAMES) : familyName,
    email: `${mailName(givenName)}.${mailName(familyName)}${number}@${mailDomain}`,
    phone: mobileNumber(seeding),
    kind: place === 0 ? ("PRIMARY" as const) : kindOfSecond(random.below(4)),
  }));
  const students = ages.map((age) => ({
    givenName: random.pick(CHILD_NAMES),
    familyName,
    bornOn: birthday(seeding, age),
  }));
  return { guardians, students, ages, adultLearner: ages.length === 0 };
}

export function birthday({ calendar, random }: Seeding, age: number): Day {
  const year = +calendar.current.startsOn.slice(0, 4) - age - 1;
  return addDays(asDay(`${year}-12-31`), -random.below(200));
}

function kindOfSecond(draw: number) {
  return draw === 0 ? ("EMERGENCY" as const) : ("OTHER" as const);
}

function mailName(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
