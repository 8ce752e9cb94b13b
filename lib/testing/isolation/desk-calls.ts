import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { addClosure } from "@/lib/booking/changes/add-closure";
import { announceDueWindows } from "@/lib/booking/window/announce-due-windows";
import { archiveCourse } from "@/lib/booking/changes/archive-course";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { changeWeekPlan } from "@/lib/booking/changes/change-week-plan";
import { closeBookingWindow } from "@/lib/booking/window/close-booking-window";
import { endEnrolment } from "@/lib/booking/changes/end-enrolment";
import { getAdminHome } from "@/lib/booking/desk/get-admin-home";
import { getBookingDesk } from "@/lib/booking/desk/get-booking-desk";
import { getBookingFacts } from "@/lib/booking/get-booking-facts";
import { getBookingSupply } from "@/lib/booking/window/get-booking-supply";
import { getClashRefusal } from "@/lib/booking/get-clash-refusal";
import { getClosurePreview } from "@/lib/booking/changes/get-closure-preview";
import { getClosureRemoval } from "@/lib/booking/changes/get-closure-removal";
import { getCourseArchive } from "@/lib/booking/changes/get-course-archive";
import { getCourseDesk } from "@/lib/booking/desk/get-course-desk";
import { getDeskBooking } from "@/lib/booking/desk/get-desk-booking";
import { getEnrolment } from "@/lib/booking/get-enrolment";
import { getWeekPlan } from "@/lib/booking/changes/get-week-plan";
import { getWeekPlanPreview } from "@/lib/booking/changes/get-week-plan-preview";
import { listBookedLessons } from "@/lib/booking/list-booked-lessons";
import { answerDeskRequest } from "@/lib/booking/desk/answer-desk-request";
import { findDeskRequest, listDeskRequests } from "@/lib/booking/desk/list-desk-requests";
import { listSupply } from "@/lib/booking/window/list-supply";
import { openBookingWindow } from "@/lib/booking/window/open-booking-window";
import { newId, type EnrolmentId } from "@/lib/ids";
import { remindDeadlines } from "@/lib/booking/window/remind-deadlines";
import { remindLessons } from "@/lib/booking/remind-lessons";
import type { SchoolContext } from "@/lib/school-context";
import { planUnbooked } from "@/lib/booking/window/plan-unbooked";
import { remindUnbooked } from "@/lib/booking/window/remind-unbooked";
import { removeClosure } from "@/lib/booking/changes/remove-closure";
import { setBookUntil } from "@/lib/booking/window/set-book-until";
import { settleUnbooked } from "@/lib/booking/window/settle-unbooked";
import { setBookingWindow } from "@/lib/booking/window/set-booking-window";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import { asDay } from "@/lib/time/day";
import { plusHours } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { BEFORE_THE_LESSON, WINDOW_CLOSES_AT } from "./full-school";
import { found, job, narrowed, type SchoolCalls, whole } from "./school-call";

const OTHER_PLAN: WeekPlan = [..."GGGIGGIIGI"].map((letter, index) => ({
  week: index + 1,
  kind: letter === "G" ? "GROUP" : "INDIVIDUAL",
}));
/** As `planUnbooked` would find it. */
function unsettled({ now }: SchoolContext, id: EnrolmentId) {
  return { id, enrolledAt: now, closedAt: now, settledAt: null, weeks: [8] };
}

const FREE_DAY = { startsOn: asDay("2026-12-11"), endsOn: asDay("2026-12-11") };

export const deskCalls: SchoolCalls = {
  "booking/changes/add-closure addClosure": whole((ctx) =>
    addClosure(ctx, { ...FREE_DAY, name: "Fete" }),
  ),
  "booking/changes/add-closure addClosure (of a location)": found((ctx, { locationId }) =>
    addClosure(ctx, { ...FREE_DAY, name: "Fete", locationId }),
  ),
  "booking/window/announce-due-windows announceDueWindows": whole((ctx) => announceDueWindows(ctx)),
  "booking/changes/archive-course archiveCourse": found(async (ctx, { groupCourseId }) => {
    const { confirmation } = await getCourseArchive(ctx, groupCourseId);
    const course = { courseId: groupCourseId, archived: true };
    await archiveCourse(ctx, { ...course, confirmed: confirmation });
  }),
  "booking/changes/change-course-times changeCourseTimes": found((ctx, ids) =>
    changeCourseTimes(ctx, {
      basedOn: AS_IT_STANDS,
      ...{ courseId: ids.groupCourseId, teacherId: ids.newTeacherId, roomId: ids.roomId },
      ...{ weekday: 4, startTime: asWallTime("10:00"), groupMinutes: 45 },
    }),
  ),
  "booking/changes/change-week-plan changeWeekPlan": found((ctx, { courseId }) =>
    changeWeekPlan(ctx, { basedOn: AS_IT_STANDS, courseId, plan: OTHER_PLAN }),
  ),
  "booking/window/close-booking-window closeBookingWindow": found((ctx, { courseId }) =>
    closeBookingWindow(ctx, { courseId }),
  ),
  "booking/changes/end-enrolment endEnrolment": found((ctx, { enrolmentId }) =>
    endEnrolment(ctx, { enrolmentId, endsOn: asDay("2026-12-01") }),
  ),
  "booking/desk/get-admin-home getAdminHome": whole((ctx) => getAdminHome(ctx)),
  "booking/desk/get-booking-desk getBookingDesk": whole((ctx) => getBookingDesk(ctx)),
  "booking/desk/get-booking-desk getBookingDesk (of a term)": narrowed((ctx, { termId }) =>
    getBookingDesk(ctx, { termId }),
  ),
  "booking/window/get-booking-supply getBookingSupply": found((ctx, { courseId }) =>
    getBookingSupply(ctx, courseId),
  ),
  "booking/get-clash-refusal getClashRefusal": found(async (ctx, { enrolmentId }) => {
    const facts = await getBookingFacts(ctx, { enrolmentId, weeks: [8] });
    const startsAt = plusHours(ctx.now, 24);
    const query = { week: 8, now: ctx.now };
    return getClashRefusal(ctx, facts, [{ query, startsAt, code: "teacher-busy" }]);
  }),
  "booking/changes/get-closure-preview getClosurePreview": narrowed((ctx, { locationId }) =>
    getClosurePreview(ctx, {
      startsOn: asDay("2026-11-02"),
      endsOn: asDay("2026-11-03"),
      locationId,
    }),
  ),
  "booking/changes/get-closure-removal getClosureRemoval": found((ctx, { closureId }) =>
    getClosureRemoval(ctx, closureId),
  ),
  "booking/changes/get-course-archive getCourseArchive": found((ctx, { groupCourseId }) =>
    getCourseArchive(ctx, groupCourseId),
  ),
  "booking/desk/get-course-desk getCourseDesk": found((ctx, { courseId }) =>
    getCourseDesk(ctx, courseId),
  ),
  "booking/desk/get-desk-booking getDeskBooking": found((ctx, { bookingId }) =>
    getDeskBooking(ctx, bookingId),
  ),
  "booking/get-enrolment getEnrolment": found((ctx, { enrolmentId }) =>
    getEnrolment(ctx, { enrolmentId, endsOn: asDay("2026-10-30") }),
  ),
  "booking/changes/get-week-plan getWeekPlan": found((ctx, { courseId }) =>
    getWeekPlan(ctx, courseId),
  ),
  "booking/changes/get-week-plan-preview getWeekPlanPreview": found((ctx, { courseId }) =>
    getWeekPlanPreview(ctx, { courseId, plan: OTHER_PLAN }),
  ),
  "booking/list-booked-lessons listBookedLessons": whole((ctx) =>
    listBookedLessons(ctx, { day: asDay("2026-11-02") }),
  ),
  "booking/list-booked-lessons listBookedLessons (of a course)": narrowed((ctx, { courseId }) =>
    listBookedLessons(ctx, { day: asDay("2026-11-02"), courseId }),
  ),
  "booking/desk/list-desk-requests findDeskRequest": narrowed((ctx, { enrolmentId }) =>
    findDeskRequest(ctx, { enrolmentId, week: 10 }),
  ),
  "booking/desk/list-desk-requests listDeskRequests": whole((ctx) => listDeskRequests(ctx)),
  "booking/window/list-supply listSupply": whole((ctx) => listSupply(ctx)),
  "booking/window/open-booking-window openBookingWindow": found((ctx, { courseId }) =>
    openBookingWindow(ctx, { courseId }),
  ),
  "booking/remind-lessons remindLessons": whole((ctx) =>
    remindLessons({ ...ctx, now: BEFORE_THE_LESSON }),
  ),
  "booking/window/plan-unbooked planUnbooked": whole((ctx) =>
    planUnbooked({ ...ctx, now: WINDOW_CLOSES_AT }),
  ),
  "booking/window/remind-deadlines remindDeadlines": whole((ctx) =>
    remindDeadlines({ ...ctx, now: plusHours(WINDOW_CLOSES_AT, -12) }),
  ),
  "booking/window/settle-unbooked settleUnbooked": job((ctx, { enrolmentId }) =>
    settleUnbooked(ctx, { due: [unsettled(ctx, enrolmentId)], withoutSlot: [] }),
  ),
  "booking/window/remind-unbooked remindUnbooked": found((ctx, { courseId }) =>
    remindUnbooked(ctx, { courseId, requestKey: newId() }),
  ),
  "booking/changes/remove-closure removeClosure": found((ctx, { closureId }) =>
    removeClosure(ctx, { closureId }),
  ),
  "booking/desk/answer-desk-request answerDeskRequest": found((ctx, { deskRequestId }) =>
    answerDeskRequest(ctx, { requestId: deskRequestId, reply: "Yes" }),
  ),
  "booking/window/set-book-until setBookUntil": found((ctx, { enrolmentId }) =>
    setBookUntil(ctx, { basedOn: AS_IT_STANDS, enrolmentId, bookUntil: plusHours(ctx.now, 48) }),
  ),
  "booking/window/set-booking-window setBookingWindow": found((ctx, { courseId }) =>
    setBookingWindow(ctx, {
      basedOn: AS_IT_STANDS,
      courseId,
      opensAt: ctx.now,
      closesAt: plusHours(ctx.now, 48),
    }),
  ),
};
