import { apiRoute } from "@/lib/api";
import { idOf } from "@/lib/api-shapes";
import type { CourseId, LocationId, RoomId, StudentId, TeacherId } from "@/lib/ids";
import { calendarRangeQuery, checkRange } from "@/lib/scheduling/calendar.schema";
import { calendarResource } from "@/lib/scheduling/calendar-resource";
import { listCalendarRange } from "@/lib/scheduling/list-calendar-range";

const query = calendarRangeQuery
  .extend({
    teacherId: idOf<TeacherId>().optional(),
    roomId: idOf<RoomId>().optional(),
    locationId: idOf<LocationId>().optional(),
    courseId: idOf<CourseId>().optional(),
    studentId: idOf<StudentId>().optional(),
  })
  .superRefine(checkRange);

export const GET = apiRoute({
  permission: "member",
  input: { query },
  run: async (ctx, call) => calendarResource(await listCalendarRange(ctx, call.query)),
});
