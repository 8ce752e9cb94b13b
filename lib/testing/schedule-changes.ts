import { addClosure } from "@/lib/booking/changes/add-closure";
import { changeWeekPlan } from "@/lib/booking/changes/change-week-plan";
import { getClosurePreview } from "@/lib/booking/changes/get-closure-preview";
import { getClosureRemoval } from "@/lib/booking/changes/get-closure-removal";
import { getWeekPlanPreview } from "@/lib/booking/changes/get-week-plan-preview";
import { removeClosure } from "@/lib/booking/changes/remove-closure";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import type { ClosureId, OutboxEventId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { asDay } from "@/lib/time/day";
import { aBooking, type TestBooking } from "./booking-factory";
import { superuserQuery } from "./database";
import { type LessonWorld } from "./lesson-world";
import { systemContextOf } from "./people-factory";
import { planOf } from "./piano-foundation";
import { at } from "./school-factory";
import { oweTelling } from "@/lib/notifications/owe-telling";
import { tellLessonsChanged } from "@/lib/notifications/tellings/tell-lessons-changed";

type ClosedOn = { startsOn: string; endsOn?: string };

export async function close({ ctx }: LessonWorld, { startsOn, endsOn = startsOn }: ClosedOn) {
  const closure = { name: "Staff day", startsOn: asDay(startsOn), endsOn: asDay(endsOn) };
  const { confirmation } = await getClosurePreview(ctx, closure);
  const { closureId } = await addClosure(ctx, { ...closure, confirmed: confirmation });
  return closureId;
}

export async function reopen({ ctx }: LessonWorld, closureId: ClosureId) {
  const { confirmation } = await getClosureRemoval(ctx, closureId);
  await removeClosure(ctx, { closureId, confirmed: confirmation });
}

export async function plan({ ctx, courses }: LessonWorld, letters: string) {
  const change = { courseId: courses.hybrid.id, plan: planOf(letters), basedOn: AS_IT_STANDS };
  const { confirmation } = await getWeekPlanPreview(ctx, change);
  await changeWeekPlan(ctx, { ...change, confirmed: confirmation });
}

/** Leo's 1-on-1 lesson of week 4, on the Monday at 5:00 pm. */
export async function bookLeo(world: LessonWorld): Promise<TestBooking> {
  const { school, courses, people, term, alice, studio } = world;
  await plan(world, "GGGIGGGIGI");
  const course = {
    ...{ id: courses.hybrid.id, kind: "HYBRID" as const, name: "", school, term },
    ...{ teacher: alice, room: studio, weekday: 1 as const, startTime: "16:00" },
    ...{ lessonMinutes: 45, plan: [], lessons: [] },
  };
  const [enrolment] = courses.hybrid.enrolments;
  if (enrolment === undefined) throw new Error("Leo is not enrolled");
  const startsAt = at(school, "2026-11-02 17:00");
  return aBooking({ id: enrolment, course, student: people.leo }, { week: 4, startsAt });
}

/** What changes so far is told and forgotten. */
export async function forget({ school }: LessonWorld): Promise<void> {
  await superuserQuery("DELETE FROM lesson_change WHERE school_id = $1", [school.id]);
  await superuserQuery("DELETE FROM outbox_event WHERE school_id = $1", [school.id]);
}

type Happened = { id: OutboxEventId; data: { actorId: string | null } };

/** Owes whatever the changes so far have to tell, as the job does. */
export async function tell({ school }: LessonWorld, now?: Instant): Promise<void> {
  const { rows } = await superuserQuery(
    `SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = 'scheduling/lessons.changed'
      ORDER BY occurred_at, id`,
    [school.id],
  );
  const ctx = systemContextOf(school, now === undefined ? {} : { now });
  for (const event of rows) await oweTelling(ctx, tellLessonsChanged, event as Happened);
}

/** "Priya 1+1": how many messages in the app, and how many mails, by given name. */
export async function toldTo({ school }: LessonWorld): Promise<string[]> {
  const { rows } = await superuserQuery(
    `SELECT p.given_name || ' ' ||
        (SELECT count(*) FROM notice n WHERE n.school_id = p.school_id AND n.person_id = p.id) || '+' ||
        (SELECT count(*) FROM delivery d WHERE d.school_id = p.school_id AND d.recipient_id = p.id) AS told
       FROM person p WHERE p.school_id = $1 AND EXISTS (
         SELECT 1 FROM notice n WHERE n.school_id = p.school_id AND n.person_id = p.id)
      ORDER BY 1`,
    [school.id],
  );
  return rows.map(({ told }) => String(told));
}

/** The message of a person in the app. */
export async function noticeOf({ school }: LessonWorld, givenName: string) {
  const { rows } = await superuserQuery(
    `SELECT n.title, n.body, n.path FROM notice n JOIN person p ON p.id = n.person_id
      WHERE n.school_id = $1 AND p.given_name = $2 ORDER BY n.created_at, n.id`,
    [school.id, givenName],
  );
  return rows;
}
