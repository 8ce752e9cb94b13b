import type { BookingId, EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { termWeeks } from "@/lib/scheduling/term-weeks";
import type { Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import type { BookingFacts } from "../booking-facts";
import { bookingWindow, type BookingWindow } from "../window/booking-window";
import { owedWeekStatus, type OwedStatus } from "../entitlement";
import { getBookingFacts } from "../get-booking-facts";
import { slotsOfWeek, type Slot } from "./slots";

export type PickerWeek = {
  week: number;
  from: Day;
  to: Day;
  status: OwedStatus;
  booking: { id: BookingId; startsAt: Instant; endsAt: Instant } | null;
};

/** One enrolment in front of a family that chooses times: who, where, which weeks, and when. */
export type PickerFacts = {
  enrolmentId: EnrolmentId;
  studentName: string;
  courseName: string;
  teacherName: string;
  locationName: string;
  locationAddress: string | null;
  lessonMinutes: number;
  noticeHours: number;
  window: BookingWindow;
  /** The weeks in which an individual lesson is owed. */
  weeks: PickerWeek[];
};

export type SlotPicker = PickerFacts & { week: number | null; slots: Slot[] };

/**
 * The slots of one week of an enrolment, with the state of all its weeks. Without a week: the first
 * one still to book, without its slots. Throws `NotFound` when the enrolment is out of reach.
 */
export async function getSlotPicker(
  ctx: SchoolContext,
  enrolmentId: EnrolmentId,
  week: number | null,
): Promise<SlotPicker> {
  const facts = await getBookingFacts(ctx, { enrolmentId, weeks: week === null ? [] : [week] });
  const picker = pickerFactsOf(facts, ctx.now);
  if (week === null) return { ...picker, week: firstToBook(picker.weeks), slots: [] };
  return { ...picker, week, slots: slotsOfWeek(facts, { week, now: ctx.now }) };
}

export type MovePicker = PickerFacts & {
  week: number;
  slots: Slot[];
  /** Where the booking may go: its own week, or every week left of the term if the school allows it. */
  moveWeeks: { week: number; from: Day; to: Day }[];
};

/** The slots that a booking can be moved to, its own time left out. Throws `NotFound`. */
export async function getMovePicker(
  ctx: SchoolContext,
  moving: { enrolmentId: EnrolmentId; bookingId: BookingId; week: number | null },
): Promise<MovePicker | null> {
  const { enrolmentId, bookingId } = moving;
  const bare = await getBookingFacts(ctx, { enrolmentId, weeks: [] });
  const booking = bare.bookings.find(({ id }) => id === bookingId);
  if (booking === undefined) return null;
  const moveWeeks = weeksToMoveTo(bare, booking.week, ctx.now);
  const asked = moveWeeks.find(({ week }) => week === moving.week);
  const week = asked?.week ?? booking.week;
  const facts = await getBookingFacts(ctx, { enrolmentId, weeks: [week] });
  const query = { week, now: ctx.now, ignoreLessonId: booking.lessonId, owedWeek: booking.week };
  const slots = slotsOfWeek(facts, query).filter((slot) => slot.startsAt !== booking.startsAt);
  return { ...pickerFactsOf(facts, ctx.now), week, slots, moveWeeks };
}

export function pickerFactsOf(facts: BookingFacts, now: Instant): PickerFacts {
  const { course, enrolment, names } = facts;
  return {
    enrolmentId: enrolment.id as EnrolmentId,
    studentName: names.student,
    courseName: facts.courseName,
    teacherName: names.teacher,
    locationName: names.location,
    locationAddress: names.address,
    lessonMinutes: course.lessonMinutes,
    noticeHours: facts.school.noticeHours,
    window: bookingWindow(
      {
        opensAt: course.windowOpensAt,
        closesAt: course.windowClosesAt,
        bookUntil: enrolment.bookUntil,
      },
      now,
    ),
    weeks: owedWeekStatus(facts, now).map(({ planned, status, booking }) => ({
      week: planned.week,
      from: planned.from,
      to: planned.to,
      status,
      booking,
    })),
  };
}

function firstToBook(weeks: readonly PickerWeek[]): number | null {
  return weeks.find(({ status }) => status === "to-book")?.week ?? weeks[0]?.week ?? null;
}

function weeksToMoveTo(facts: BookingFacts, owedWeek: number, now: Instant) {
  const { term, school } = facts;
  const today = dayAt(now, school.timeZone);
  return termWeeks(term, school.weekStart).filter(({ week, to }) =>
    school.moveToOtherDays ? to >= today || week === owedWeek : week === owedWeek,
  );
}
