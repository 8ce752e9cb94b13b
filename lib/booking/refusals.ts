/**
 * Why a booking, a move or a cancellation is refused: what happened, why, and what to do now.
 * `{phone}` is the school's phone number.
 */
export const bookingRefusals = {
  "slot-taken": "That time was just taken. Choose one of the free times near it.",
  "student-busy": "There is already a lesson at that time for this student. Choose another time.",
  "week-already-booked": "This week is already booked. Move that booking instead.",
  "not-an-individual-week": "No individual lesson is owed in that week.",
  "not-enrolled-then": "That day lies outside the enrolment. Choose another day.",
  "outside-term": "That day lies outside the term. Choose another day.",
  "outside-week": "The lesson has to stay in its week. Choose a time in the same week.",
  "closed-day": "The school is closed on that day. Choose another day.",
  "outside-free-time": "The teacher is not free at that time. Choose one of the times shown.",
  "off-grid": "Lessons do not begin at that time. Choose one of the times shown.",
  "inside-notice-period":
    "That is too close to the lesson: it can no longer be changed online. Please call the school{phone}.",
  "new-start-inside-notice-period":
    "That time is too soon to be booked online. Choose a later one, or call the school{phone}.",
  "no-window":
    "Booking for this course has not been opened yet. Look again later, or ask the school{phone}.",
  "window-not-open-yet": "Booking has not opened yet. The list of lessons to book says when.",
  "window-closed": "Booking has closed for this course. Please call the school{phone}.",
  "fixed-lesson": "This lesson has a fixed time. Please call the school{phone} about a change.",
  "not-confirmed": "This booking has already been cancelled or has taken place.",
  "booking-changed": "This lesson has changed since this page was opened, so nothing was done.",
  "request-key-reused": "This request was already used for something else. Reload the page.",
  "schedule-busy": "The school is changing its schedule at this moment. Please try again.",
  "override-needs-reason": "This goes past the school's rules. Say why, and confirm again.",
  "warning-not-accepted":
    "This lies outside the teacher's availability. Confirm that you want it all the same.",
  "already-asked":
    "You have already sent a help request for this week. The school will get back to you.",
} as const;

export type BookingRefusal = keyof typeof bookingRefusals;
