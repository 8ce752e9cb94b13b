import { askSchool } from "@/lib/booking/ask-school";
import { bookLessons } from "@/lib/booking/book-lessons";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { getBookingFacts, getManyBookingFacts } from "@/lib/booking/get-booking-facts";
import { getBookingPlace } from "@/lib/booking/get-booking-place";
import { getMovePicker, getSlotPicker } from "@/lib/booking/slots/get-slot-picker";
import { getBooking, listBookings } from "@/lib/booking/list-bookings";
import { getChangedRefusal, getPresentBooking } from "@/lib/booking/get-present-booking";
import {
  getFamilyBooking,
  listBookedWeeks,
  listFamilyBookings,
} from "@/lib/booking/list-family-bookings";
import { listFamilyEnrolments } from "@/lib/booking/list-family-enrolments";
import { listHelpRequests } from "@/lib/booking/list-help-requests";
import { listFamilySchedule } from "@/lib/booking/list-family-schedule";
import { getSlotsVersion, listSlots } from "@/lib/booking/slots/list-slots";
import { moveBooking } from "@/lib/booking/move-booking";
import { planAllWeeks } from "@/lib/booking/slots/plan-all-weeks";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";
import {
  found,
  factsOfFamily,
  listOfFamily,
  ofFamily,
  ownWithoutId,
  type SchoolCalls,
} from "./school-call";

function sydney(day: string, time: string) {
  return instantAt(asDay(day), asWallTime(time), asTimeZone("Australia/Sydney"));
}

const FREE_IN_WEEK_8 = sydney("2026-11-30", "16:00");
const FREE_IN_WEEK_4 = sydney("2026-11-02", "16:00");

export const bookingCalls: SchoolCalls = {
  "booking/ask-school askSchool": ofFamily((ctx, { enrolmentId }) =>
    askSchool(ctx, { enrolmentId, week: 10, message: "Friday?" }),
  ),
  "booking/book-lessons bookLessons": ofFamily((ctx, { enrolmentId }) => {
    const lessons = [{ week: 8, startsAt: FREE_IN_WEEK_8 }];
    return bookLessons(ctx, { enrolmentId, lessons, requestKey: "a-press" });
  }),
  "booking/cancel-booking cancelBooking": ofFamily((ctx, { bookingId }) =>
    cancelBooking(ctx, { shown: "as-it-is", bookingId, requestKey: "a-press" }),
  ),
  "booking/get-booking-facts getBookingFacts": factsOfFamily((ctx, { enrolmentId }) =>
    getBookingFacts(ctx, { enrolmentId, weeks: [4, 8] }),
  ),
  "booking/get-booking-facts getManyBookingFacts": {
    ...found((ctx, { enrolmentId }) => getManyBookingFacts(ctx, [{ enrolmentId, weeks: [4, 8] }])),
    unshown: true,
  },
  "booking/get-booking-place getBookingPlace": ofFamily((ctx, { bookingId }) =>
    getBookingPlace(ctx, bookingId),
  ),
  "booking/slots/get-slot-picker getMovePicker": ofFamily((ctx, { enrolmentId, bookingId }) =>
    getMovePicker(ctx, { enrolmentId, bookingId, week: 4 }),
  ),
  "booking/slots/get-slot-picker getSlotPicker": ofFamily((ctx, { enrolmentId }) =>
    getSlotPicker(ctx, enrolmentId, 8),
  ),
  "booking/list-bookings getBooking": ofFamily((ctx, { bookingId }) => getBooking(ctx, bookingId)),
  "booking/list-bookings listBookings": ownWithoutId((ctx) => listBookings(ctx, { limit: 50 })),
  "booking/list-bookings listBookings (of an enrolment)": ofFamily((ctx, { enrolmentId }) =>
    listBookings(ctx, { limit: 50, enrolmentId }),
  ),
  "booking/list-bookings listBookings (by id)": ofFamily((ctx, { bookingId }) =>
    listBookings(ctx, { limit: 50, ids: [bookingId] }),
  ),
  "booking/list-bookings listBookings (a page)": listOfFamily((ctx, { bookingId }) =>
    listBookings(ctx, { limit: 50, after: bookingId }),
  ),
  "booking/list-family-bookings getFamilyBooking": ofFamily((ctx, { bookingId }) =>
    getFamilyBooking(ctx, bookingId),
  ),
  "booking/list-family-bookings listFamilyBookings": ownWithoutId((ctx) =>
    listFamilyBookings(ctx, { view: "ahead", page: 1, pageSize: 50 }),
  ),
  "booking/list-family-bookings listBookedWeeks": listOfFamily((ctx, { enrolmentId }) =>
    listBookedWeeks(ctx, enrolmentId),
  ),
  "booking/get-present-booking getChangedRefusal": ofFamily((ctx, { bookingId }) =>
    getChangedRefusal(ctx, bookingId),
  ),
  "booking/get-present-booking getPresentBooking": ofFamily((ctx, { bookingId }) =>
    getPresentBooking(ctx, bookingId),
  ),
  "booking/list-help-requests listHelpRequests": listOfFamily((ctx, { enrolmentId }) =>
    listHelpRequests(ctx, { enrolmentId }),
  ),
  "booking/list-family-enrolments listFamilyEnrolments": ownWithoutId((ctx) =>
    listFamilyEnrolments(ctx),
  ),
  "booking/list-family-enrolments listFamilyEnrolments (one)": ofFamily((ctx, { enrolmentId }) =>
    listFamilyEnrolments(ctx, { enrolmentId }),
  ),
  "booking/list-family-enrolments listFamilyEnrolments (of a course)": listOfFamily(
    (ctx, { courseId }) => listFamilyEnrolments(ctx, { courseId }),
  ),
  "booking/list-family-schedule listFamilySchedule": ownWithoutId((ctx) =>
    listFamilySchedule(ctx, { limit: 50 }),
  ),
  "booking/slots/list-slots getSlotsVersion": ofFamily((ctx, { enrolmentId }) =>
    getSlotsVersion(ctx, { enrolmentId, week: 8 }),
  ),
  "booking/slots/list-slots listSlots": factsOfFamily((ctx, { enrolmentId }) =>
    listSlots(ctx, { enrolmentId, week: 8 }),
  ),
  "booking/slots/list-slots listSlots (to move)": factsOfFamily((ctx, { enrolmentId, bookingId }) =>
    listSlots(ctx, { enrolmentId, week: 4, movingId: bookingId }),
  ),
  "booking/move-booking moveBooking": ofFamily((ctx, { bookingId }) =>
    moveBooking(ctx, {
      shown: "as-it-is",
      bookingId,
      startsAt: FREE_IN_WEEK_4,
      requestKey: "a-press",
    }),
  ),
  "booking/slots/plan-all-weeks planAllWeeks": factsOfFamily((ctx, { enrolmentId }) =>
    planAllWeeks(ctx, enrolmentId, { weekday: 1, time: asWallTime("15:00") }),
  ),
};
