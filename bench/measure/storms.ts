import { formFields, formPost } from "../load/forms";
import type { Sent } from "../load/http";
import { confirmPath } from "../load/family-visit";
import { percentile } from "../percentile";
import { reset } from "../reset";
import { COURSES, FREE_WEEKS, placeOf, type Wish, wishOf } from "../rush-school";
import { bookRequest, browserOf, meRequest, pickerPath, type Stage } from "../stage";
import { countOverlaps, restAnswer, screenAnswer, type Told, wrongAnswers } from "../verdict";

/** What a storm showed beside its times; summed over all storms. */
export type Damage = { overlaps: number; wrong: string[] };

export const FAMILIES_AT_ONCE = 200;
const ROUNDS = 3;
const [WEEK] = FREE_WEEKS;

/** 200 families at the same instant by REST, each with a slot of its own. */
export async function stormSecond(stage: Stage, damage: Damage): Promise<number> {
  return storm(stage, damage, { wishesOf: differentSlots, press: pressByRest });
}

/** The same where two families want each slot. */
export async function stormContested(stage: Stage, damage: Damage): Promise<number> {
  return storm(stage, damage, { wishesOf: contestedSlots, press: pressByRest });
}

/** 200 families with the confirmation before them press its button at the same instant. */
export async function stormScreen(stage: Stage, damage: Damage): Promise<number> {
  return storm(stage, damage, { wishesOf: differentSlots, press: pressOnScreen });
}

type Pressed = { told: Told[]; times: number[] };
type Storm = {
  wishesOf: (round: number) => Wish[];
  press: (stage: Stage, wishes: Wish[]) => Promise<Pressed>;
};

/** The 99th percentile over all rounds; each begins on the same ground and is judged by itself. */
async function storm(stage: Stage, damage: Damage, { wishesOf, press }: Storm): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await reset(stage.databaseUrl);
    const pressed = await press(stage, wishesOf(round));
    times.push(...pressed.times);
    await judgeStorm(stage, damage, pressed.told);
  }
  return percentile(times, 0.99);
}

export async function judgeStorm(stage: Stage, damage: Damage, told: Told[]): Promise<void> {
  damage.wrong.push(...(await wrongAnswers(stage.databaseUrl, told)));
  damage.overlaps += await countOverlaps(stage.databaseUrl);
}

/** Another 200 families each round, five of each course. */
function differentSlots(round: number): Wish[] {
  return studentsOf(round).map((student) => wishOf(student, WEEK, placeOf(student)));
}

function studentsOf(round: number): number[] {
  return Array.from({ length: FAMILIES_AT_ONCE }, (_, n) => round * FAMILIES_AT_ONCE + n + 1);
}

/** Eight students of each of 25 courses, two for each slot. */
function contestedSlots(round: number): Wish[] {
  const perCourse = 8;
  const courses = FAMILIES_AT_ONCE / perCourse;
  return Array.from({ length: FAMILIES_AT_ONCE }, (_, n) => {
    const place = ((round % 2) * perCourse + Math.floor(n / courses)) % 20;
    const student = place * COURSES + ((n + round * 10) % courses) + 1;
    return wishOf(student, WEEK, Math.floor(place / 2));
  });
}

async function pressByRest(stage: Stage, wishes: Wish[]): Promise<Pressed> {
  const { replies } = await stage.load.run({
    kind: "pump",
    requests: wishes.map((wish) => bookRequest(stage, wish)),
    inFlight: wishes.length,
    openWith: meRequest(stage, 1),
    keepBodies: true,
  });
  const told = wishes.map((wish, n) => {
    const reply = replies[n];
    return { wish, answer: reply ? restAnswer(reply) : noReply };
  });
  return { told, times: replies.map(({ ms }) => ms) };
}

const noReply = { told: "nothing", why: "no reply" } as const;

async function pressOnScreen(stage: Stage, wishes: Wish[]): Promise<Pressed> {
  const pages = await Promise.all(wishes.map((wish) => confirmPage(stage, wish)));
  const opened = await stage.load.run({
    kind: "pump",
    requests: pages,
    inFlight: 8,
    keepBodies: true,
  });
  const posts = pages.map((page, n) => {
    const fields = formFields(opened.replies[n]?.body ?? "", "requestKey");
    if (fields === null) throw new Error(`no form on ${page.url}: ${opened.replies[n]?.status}`);
    return formPost(page, fields);
  });
  const { replies } = await stage.load.run({
    kind: "pump",
    requests: posts,
    inFlight: posts.length,
    openWith: meRequest(stage, 1),
    keepBodies: true,
  });
  const told = wishes.map((wish, n) => {
    const reply = replies[n];
    return { wish, answer: reply ? screenAnswer(reply) : noReply };
  });
  return { told, times: replies.map(({ ms }) => ms) };
}

async function confirmPage(stage: Stage, wish: Wish): Promise<Sent> {
  const path = confirmPath(pickerPath(wish.student, wish.week), wish.startsAt);
  const headers = await browserOf("guardian", wish.student);
  return { url: stage.base + path, headers };
}
