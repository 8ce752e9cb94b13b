/** The ids in an event's data that say what it is about, whatever else they are. */
export type SubjectIds = {
  bookingId?: string;
  enrolmentId?: string;
  courseId?: string;
  lessonId?: string;
  personId?: string;
  deliveryId?: string;
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NAMES = [
  "bookingId",
  "enrolmentId",
  "courseId",
  "lessonId",
  "personId",
  "deliveryId",
] as const;

/** Reads data that may not parse: what is no id is left out. */
export function subjectIds(data: unknown): SubjectIds {
  if (typeof data !== "object" || data === null) return {};
  const given = data as Readonly<Record<string, unknown>>;
  const bookings: unknown = given.bookingIds;
  const first: unknown = Array.isArray(bookings) ? bookings[0] : undefined;
  const all: Readonly<Record<string, unknown>> = { bookingId: first, ...given };
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const id = all[name];
      return typeof id === "string" && UUID.test(id) ? [[name, id]] : [];
    }),
  );
}
