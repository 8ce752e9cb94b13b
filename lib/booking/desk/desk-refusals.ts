/** Why a change by an admin that touches bookings is refused: what happened, why, what to do now. */
export const deskRefusals = {
  "in-the-way": "{inTheWay} Choose one of the free times near it, or another time.",
  "window-needs-opening": "A window that closes has to open first. Say when it opens.",
  "window-closes-before-opening":
    "The window would close before it opens. Choose a later closing time.",
  "window-not-open": "Booking is not open for this course, so there is nothing to close.",
  "no-week-plan":
    "This course has no week plan yet, so no lesson can be booked. Set the week plan first.",
  "plan-incomplete":
    "The plan does not name every week of the term. Reload the page and choose again.",
  "week-has-begun":
    "A week that has begun cannot change any more. Reload the page: only later weeks can be chosen.",
  "plan-clash":
    "A new group lesson would meet a lesson that cannot give way. Choose another kind for that week, or move the other lesson first.",
  "plan-needs-confirmation":
    "This change cancels lessons that families have booked, and the list has changed since it was shown. Look at it and confirm.",
  "closure-needs-confirmation":
    "This closure cancels lessons, and the list has changed since it was shown. Look at it and confirm.",
  "already-closed":
    "These days are closed already ({name}). Choose other days, or open that closure again first.",
  "closure-is-over":
    "The days of this closure are over, or today's lessons would already have begun. What was closed stays closed.",
  "closure-clash":
    "A lesson that would be held again meets another lesson. Move or cancel the other one first, then open these days.",
  "opening-needs-confirmation":
    "The lessons that come back have changed since they were shown. Look at them and confirm.",
  "course-has-students":
    "Students are enrolled at the present time. To meet at another time or location, make another course and enrol them there, then end the enrolments here.",
  "course-still-runs":
    "Students of this course still have lessons ahead. End their enrolments first, then archive the course.",
  "archive-needs-confirmation":
    "Archiving this course cancels lessons, and the list has changed since it was shown. Look at it and confirm.",
  "course-place-archived":
    "The teacher or the room of this course is archived. Put them back first, then restore the course.",
  "end-needs-confirmation":
    "Ending this enrolment cancels lessons, and the list has changed since it was shown. Look at it and confirm.",
  "enrolment-already-ended":
    "This enrolment already ends earlier. To go on longer, enrol the student again from the next day.",
  "nobody-to-remind": "Every family of this course has booked. There is nobody to remind.",
  "reminder-needs-open-window":
    "Booking is not open for these families, so a reminder would lead nowhere. Open the window first.",
  "reminded-lately":
    "A reminder was sent at {at}{by}, less than an hour ago. Send another one later, or call the families.",
  "no-start-chosen": "Choose one of the free times, or give another day and time.",
  "request-already-resolved": "This help request has been closed already. Reload the page.",
} as const;
