import { Client } from "pg";

export type FloorJob = {
  kind: "floor";
  url: string;
  connections: number;
  seconds: number;
  schoolId: string;
  locationId: string;
  /** Teacher, room, course and roster of each course. */
  courses: FloorCourse[];
  /** A moment after which nothing is planned (epoch milliseconds). */
  from: number;
};

export type FloorCourse = {
  courseId: string;
  teacherId: string;
  roomId: string;
  places: { studentId: string; enrolmentId: string; guardianId: string }[];
};

export type Floor = { bookings: number; seconds: number };

const LESSON_MS = 30 * 60_000;

/** The rows of a booking and nothing else: one transaction, one round trip each. */
export async function measureFloor(job: FloorJob): Promise<Floor> {
  const clients = Array.from(
    { length: job.connections },
    () => new Client({ connectionString: job.url, application_name: "bench-floor" }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  let next = 0;
  const startedAt = performance.now();
  const end = startedAt + job.seconds * 1_000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) await client.query(bookingSql(job, next++));
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return { bookings: next, seconds };
}

function bookingSql(job: FloorJob, n: number): string {
  const course = job.courses[n % job.courses.length];
  const round = Math.floor(n / job.courses.length);
  const place = course?.places[round % course.places.length];
  if (course === undefined || place === undefined) throw new Error("a course without students");
  const week = 100 + Math.floor(round / course.places.length);
  const iso = (ms: number) => `'${new Date(ms).toISOString()}'`;
  const [starts, ends] = [job.from + round * LESSON_MS, job.from + (round + 1) * LESSON_MS].map(
    iso,
  );
  const [lesson, booking, event] = [newUuid(n, 1), newUuid(n, 2), newUuid(n, 3)];
  const { schoolId, locationId } = job;
  const { teacherId, roomId, courseId } = course;
  const { studentId, enrolmentId, guardianId } = place;
  const reservation = (resource: string, column: "teacher" | "student" | "room") => {
    const own = (["teacher", "student", "room"] as const).map((each) =>
      each === column ? `'${resource}'::uuid` : "NULL::uuid",
    );
    return `('${schoolId}', '${lesson}', ${starts}, ${ends}, '${resource}', ${own.join(", ")})`;
  };
  return `BEGIN; SELECT set_config('app.school_id', '${schoolId}', true), set_config('app.schedule_change', 'booking', true);
    INSERT INTO lesson (school_id, id, course_id, kind, week, starts_at, ends_at, teacher_id, location_id, room_id, enrolment_id)
      VALUES ('${schoolId}', '${lesson}', '${courseId}', 'INDIVIDUAL', ${week}, ${starts}, ${ends}, '${teacherId}', '${locationId}', '${roomId}', '${enrolmentId}');
    INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, teacher_id, student_id, room_id)
      VALUES ${reservation(teacherId, "teacher")}, ${reservation(studentId, "student")}, ${reservation(roomId, "room")};
    INSERT INTO booking (school_id, id, enrolment_id, week, lesson_id, booked_at, booked_by_id)
      VALUES ('${schoolId}', '${booking}', '${enrolmentId}', ${week}, '${lesson}', now(), '${guardianId}');
    INSERT INTO audit_entry (school_id, id, at, actor_id, action, subject_id, request_id, data)
      VALUES ('${schoolId}', '${newUuid(n, 4)}', now(), '${guardianId}', 'booking/lesson.booked', '${booking}', 'floor', '{"enrolmentId":"${enrolmentId}","week":${week},"startsAt":${starts?.replaceAll("'", '"')}}');
    INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at)
      VALUES ('${schoolId}', '${event}', 'booking/lesson.booked', '{"enrolmentId":"${enrolmentId}","bookingIds":["${booking}"],"actorId":"${guardianId}"}', now(), now() + interval '1 year');
    INSERT INTO request (school_id, actor_id, key, input_hash, result_ids, created_at)
      VALUES ('${schoolId}', '${guardianId}', 'floor-${n}', '${lesson}', '{${booking}}', now());
    COMMIT`;
}

/** Ids in the order of time, as the app makes them. */
function newUuid(n: number, kind: number): string {
  const hex = n.toString(16).padStart(12, "0");
  return `0191ffff-${hex.slice(0, 4)}-7${kind.toString().padStart(3, "0")}-8000-${hex}`;
}
