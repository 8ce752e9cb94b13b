/**
 * Why a change of the schedule is refused: what happened, why, and what to do now. `{name}` and
 * the like come with the refusal.
 */
export const schedulingRefusals = {
  "teacher-overlap":
    "{inTheWay} A teacher cannot be in two lessons at once: choose another time or teacher.",
  "room-overlap": "{inTheWay} Choose another time or room.",
  "student-overlap": "{inTheWay} Choose another time, or end that enrolment first.",
  "course-full":
    "This course is full. Raise its capacity first, or choose another course for the student.",
  "already-enrolled":
    "This student is already enrolled in this course in those dates. Choose later dates, or change the enrolment.",
  "one-student-only":
    "An individual course has exactly one student, and this one has one in those dates. Make another course.",
  "enrolment-outside-term":
    "The enrolment has to begin and end inside the term. Choose dates in the term.",
  "ends-before-start": "The last day lies before the first one. Choose a later last day.",
  "name-taken": "There is already one with this name. Choose another name.",
  "term-overlap": "These dates meet another term ({name}). Choose dates that do not overlap.",
  "room-too-small":
    "{room} holds {capacity} people, and the course has {places} places. Choose a larger room, or fewer places.",
  "room-smaller-than-courses":
    "{course} has {places} places in this room. Give that course another room or fewer places first.",
  "outside-open-times":
    "{teacher} is not open then ({when}). Look at the open times, or make the course all the same below.",
  "held-on-closed-day": "The school is closed on that day ({name}). Choose another day.",
  "windows-overlap":
    "Two of these open times overlap on one weekday. A teacher is in one place at a time: shorten one of them.",
  "exception-needs-location": "Say at which location the teacher has the extra time.",
  "course-archived": "This course is archived. Restore it first.",
  "capacity-below-enrolled":
    "{count} students are enrolled at the same time. Leave at least that many places, or end an enrolment first.",
  "course-has-bookings":
    "Families have booked lessons of this course that lie ahead, with this teacher and of this length. Change it when they are over, or move or cancel them on the booking desk first.",
  "room-in-use":
    "This room is still needed by {courses}. Give those courses another room, or archive them first.",
  "still-teaching":
    "This teacher is still needed by {courses}. Give those courses another teacher, or archive them first.",
  "location-has-rooms": "This location still has rooms: {rooms}. Archive them first.",
  "location-archived": "The location of this room is archived. Put the location back first.",
  "course-needs-lesson-length": "Say how long the individual lessons of this course are.",
  "course-needs-weekday": "Choose the weekday on which this course meets.",
  "course-needs-day": "Choose the day on which this workshop is held.",
} as const;
