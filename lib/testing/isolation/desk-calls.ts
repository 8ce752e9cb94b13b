import { addClosure } from "@/lib/booking/add-closure";
import { announceDueWindows } from "@/lib/booking/announce-due-windows";
import { archiveCourse } from "@/lib/booking/archive-course";
import { changeCourseTimes } from "@/lib/booking/change-course-times";
import { changeWeekPlan } from "@/lib/booking/change-week-plan";
import { closeBookingWindow } from "@/lib/booking/close-booking-window";
import { endEnrolment } from "@/lib/booking/end-enrolment";
import { getAdminHome } from "@/lib/booking/get-admin-home";
import { getBookingDesk } from "@/lib/booking/get-booking-desk";
import { getBookingFacts } from "@/lib/booking/get-booking-facts";
import { getBookingSupply } from "@/lib/booking/get-booking-supply";
import { getClashRefusal } from "@/lib/booking/get-clash-refusal";
import { getClosurePreview } from "@/lib/booking/get-closure-preview";
import { getClosureRemoval } from "@/lib/booking/get-closure-removal";
import { getCourseArchive } from "@/lib/booking/get-course-archive";
import { getCourseDesk } from "@/lib/booking/get-course-desk";
import { getDeskBooking } from "@/lib/booking/get-desk-booking";
import { getEnrolment } from "@/lib/booking/get-enrolment";
import { getWeekPlan } from "@/lib/booking/get-week-plan";
import { getWeekPlanPreview } from "@/lib/booking/get-week-plan-preview";
import { listBookedLessons } from "@/lib/booking/list-booked-lessons";
import { listDeskRequests } from "@/lib/booking/list-desk-requests";
import { listSupply } from "@/lib/booking/list-supply";
import { openBookingWindow } from "@/lib/booking/open-booking-window";
import { remindUnbooked } from "@/lib/booking/remind-unbooked";
import { removeClosure } from "@/lib/booking/remove-closure";
import { resolveDeskRequest } from "@/lib/booking/resolve-desk-request";
import { setBookUntil } from "@/lib/booking/set-book-until";
import { setBookingWindow } from "@/lib/booking/set-booking-window";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import { asDay } from "@/lib/time/day";
import { plusHours } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { found, narrowed, type SchoolCalls, whole } from "./school-call";

const OTHER_PLAN: WeekPlan = [..."GGGIGGIIGI"].map((letter, index) => ({
  week: index + 1,
  kind: letter === "G" ? "GROUP" : "INDIVIDUAL",
}));
const FREE_DAY = { startsOn: asDay("2026-12-11"), endsOn: asDay("2026-12-11") };

export const deskCalls: SchoolCalls = {
  "booking/add-closure addClosure": whole((ctx) => addClosure(ctx, { ...FREE_DAY, name: "Fete" })),
  "booking/add-closure addClosure (of a location)": found((ctx, { locationId }) =>
    addClosure(ctx, { ...FREE_DAY, name: "Fete", locationId }),
  ),
  "booking/announce-due-windows announceDueWindows": whole((ctx) => announceDueWindows(ctx)),
  "booking/archive-course archiveCourse": found(async (ctx, { groupCourseId }) => {
    const { confirmation } = await getCourseArchive(ctx, groupCourseId);
    const course = { courseId: groupCourseId, archived: true };
    await archiveCourse(ctx, { ...course, confirmed: confirmation });
  }),
  "booking/change-course-times changeCourseTimes": found((ctx, ids) =>
    changeCourseTimes(ctx, {
      ...{ courseId: ids.groupCourseId, teacherId: ids.newTeacherId, roomId: ids.roomId },
      ...{ weekday: 4, startTime: asWallTime("10:00"), groupMinutes: 45 },
    }),
  ),
  "booking/change-week-plan changeWeekPlan": found((ctx, { courseId }) =>
    changeWeekPlan(ctx, { courseId, plan: OTHER_PLAN }),
  ),
  "booking/close-booking-window closeBookingWindow": found((ctx, { courseId }) =>
    closeBookingWindow(ctx, { courseId }),
  ),
  "booking/end-enrolment endEnrolment": found((ctx, { enrolmentId }) =>
    endEnrolment(ctx, { enrolmentId, endsOn: asDay("2026-12-01") }),
  ),
  "booking/get-admin-home getAdminHome": whole((ctx) => getAdminHome(ctx)),
  "booking/get-booking-desk getBookingDesk": whole((ctx) => getBookingDesk(ctx)),
  "booking/get-booking-desk getBookingDesk (of a term)": narrowed((ctx, { termId }) =>
    getBookingDesk(ctx, { termId }),
  ),
  "booking/get-booking-supply getBookingSupply": found((ctx, { courseId }) =>
    getBookingSupply(ctx, courseId),
  ),
  "booking/get-clash-refusal getClashRefusal": found(async (ctx, { enrolmentId }) => {
    const facts = await getBookingFacts(ctx, { enrolmentId, weeks: [8] });
    const startsAt = plusHours(ctx.now, 24);
    const query = { week: 8, now: ctx.now };
    return getClashRefusal(ctx, facts, [{ query, startsAt, code: "teacher-busy" }]);
  }),
  "booking/get-closure-preview getClosurePreview": narrowed((ctx, { locationId }) =>
    getClosurePreview(ctx, {
      startsOn: asDay("2026-11-02"),
      endsOn: asDay("2026-11-03"),
      locationId,
    }),
  ),
  "booking/get-closure-removal getClosureRemoval": found((ctx, { closureId }) =>
    getClosureRemoval(ctx, closureId),
  ),
  "booking/get-course-archive getCourseArchive": found((ctx, { groupCourseId }) =>
    getCourseArchive(ctx, groupCourseId),
  ),
  "booking/get-course-desk getCourseDesk": found((ctx, { courseId }) =>
    getCourseDesk(ctx, courseId),
  ),
  "booking/get-desk-booking getDeskBooking": found((ctx, { bookingId }) =>
    getDeskBooking(ctx, bookingId),
  ),
  "booking/get-enrolment getEnrolment": found((ctx, { enrolmentId }) =>
    getEnrolment(ctx, { enrolmentId, endsOn: asDay("2026-10-30") }),
  ),
  "booking/get-week-plan getWeekPlan": found((ctx, { courseId }) => getWeekPlan(ctx, courseId)),
  "booking/get-week-plan-preview getWeekPlanPreview": found((ctx, { courseId }) =>
    getWeekPlanPreview(ctx, { courseId, plan: OTHER_PLAN }),
  ),
  "booking/list-booked-lessons listBookedLessons": whole((ctx) =>
    listBookedLessons(ctx, { day: asDay("2026-11-02") }),
  ),
  "booking/list-booked-lessons listBookedLessons (of a course)": narrowed((ctx, { courseId }) =>
    listBookedLessons(ctx, { day: asDay("2026-11-02"), courseId }),
  ),
  "booking/list-desk-requests listDeskRequests": whole((ctx) => listDeskRequests(ctx)),
  "booking/list-supply listSupply": whole((ctx) => listSupply(ctx)),
  "booking/open-booking-window openBookingWindow": found((ctx, { courseId }) =>
    openBookingWindow(ctx, { courseId }),
  ),
  "booking/remind-unbooked remindUnbooked": found((ctx, { courseId }) =>
    remindUnbooked(ctx, { courseId }),
  ),
  "booking/remove-closure removeClosure": found((ctx, { closureId }) =>
    removeClosure(ctx, { closureId }),
  ),
  "booking/resolve-desk-request resolveDeskRequest": found((ctx, { deskRequestId }) =>
    resolveDeskRequest(ctx, { requestId: deskRequestId }),
  ),
  "booking/set-book-until setBookUntil": found((ctx, { enrolmentId }) =>
    setBookUntil(ctx, { enrolmentId, bookUntil: plusHours(ctx.now, 48) }),
  ),
  "booking/set-booking-window setBookingWindow": found((ctx, { courseId }) =>
    setBookingWindow(ctx, { courseId, opensAt: ctx.now, closesAt: plusHours(ctx.now, 48) }),
  ),
};
