import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import { lessonsChanged } from "@/lib/scheduling/events";
import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import {
  coursesOfStudent,
  coursesOfTeacher,
  type WaysToBook,
} from "../lesson-changes/changed-courses";
import { hasBecomeIndividual } from "../lesson-changes/lesson-changes";
import { composeMail } from "../templates/compose-mail";
import { lessonsChangedMail } from "../templates/lessons-changed";
import { listRebookLinks } from "./list-rebook-links";
import {
  bookingCalendarFile,
  loadBookingMailFacts,
  type BookingMailFacts,
} from "./load-booking-mail-facts";
import { loadChangedPeople, type ChangedPeople, type ChangedPerson } from "./load-changed-people";
import { listWeeksToBook } from "./list-weeks-to-book";
import { noticeOf, type TellingOf, type Told } from "./telling";

/**
 * What a change of the schedule did to lessons: one message to each guardian, student and teacher,
 * whatever the change was and however many lessons it touched; nobody for whom it makes no difference
 * any more.
 */
export const tellLessonsChanged: TellingOf<typeof lessonsChanged, "lessons-changed"> = {
  kind: "lessons-changed",
  event: lessonsChanged,
  tell: async (ctx, { id }, onlyPersonId) => {
    const { changed, bookings } = await inSchool(ctx, async (db) => {
      const found = await loadChangedPeople(db, ctx, { changeId: id, onlyPersonId });
      const ids = new Set(found.people.flatMap(lostBookings));
      return { changed: found, bookings: await loadBookingMailFacts(db, ctx, [...ids]) };
    });
    const ways = {
      again: await listRebookLinks(ctx, bookings),
      weeks: await listWeeksToBook(ctx, coursesNowIndividual(changed.people)),
    };
    return changed.people.flatMap((person) => toldTo(ctx, { person, changed, bookings, ways }));
  },
};

type Facts = {
  person: ChangedPerson;
  changed: ChangedPeople;
  bookings: readonly BookingMailFacts[];
  ways: WaysToBook;
};

function toldTo(ctx: SchoolContext, { person, changed, bookings, ways }: Facts): Told[] {
  const { recipient, learning, teaching } = person;
  const student = (id: string) => ({ id, name: changed.names.get(id)?.givenName ?? "" });
  const fullNames = new Map([...changed.names].map(([id, { fullName }]) => [id, fullName]));
  const own = [...learning].flatMap(([id, changes]) =>
    coursesOfStudent(student(id), changes, ways),
  );
  const taught = coursesOfTeacher(teaching, fullNames);
  if (own.length + taught.length === 0) return [];
  const lost = new Set(lostBookings(person));
  const file = cancelledFile(
    ctx,
    bookings.filter(({ bookingId }) => lost.has(bookingId)),
  );
  const path = pathOf(ctx, person);
  const mail = composeMail(lessonsChangedMail, {
    school: ctx.school,
    recipientName: recipient.name,
    learning: own,
    teaching: taught,
    hasFile: file.length > 0,
    scheduleUrl: `${env.APP_URL}/${ctx.school.slug}/${path}`,
  });
  return [{ recipient, notice: noticeOf(mail, path), mail: { ...mail, attachments: file } }];
}

function coursesNowIndividual(people: readonly ChangedPerson[]): Set<string> {
  const changes = people.flatMap(({ learning }) => [...learning.values()].flat());
  return new Set(changes.filter(hasBecomeIndividual).map(({ lesson }) => lesson.courseId));
}

/** The lessons that their family had booked, to be taken out of calendars. */
function lostBookings({ learning }: ChangedPerson): string[] {
  return [...learning.values()].flatMap((changes) =>
    changes.flatMap(({ became, lesson }) =>
      became === "cancelled" && lesson.bookingId !== null ? [lesson.bookingId] : [],
    ),
  );
}

function cancelledFile(ctx: SchoolContext, lost: readonly BookingMailFacts[]) {
  const [first] = lost;
  if (!first?.cancelledAt) return [];
  return [bookingCalendarFile(ctx, lost, { method: "CANCEL", stampedAt: first.cancelledAt })];
}

/** Where the person sees it: the family's lessons, the own ones, or the week that is taught. */
function pathOf({ school }: SchoolContext, { recipient, learning, teaching }: ChangedPerson) {
  const ids = [...learning.keys()];
  if (ids.some((id) => id !== recipient.personId)) return "family";
  if (ids.length > 0) return "student";
  const [first] = [...teaching.changes.map(({ before, after }) => before ?? after)];
  const at = first?.startsAt ?? teaching.left[0]?.lesson.startsAt;
  return at === undefined ? "teach" : `teach?date=${dayAt(at, school.timeZone)}`;
}
