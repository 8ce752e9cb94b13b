import { requireMember } from "@/lib/auth/session";
import { parseId, type BookingId } from "@/lib/ids";
import { getLessonCalendar } from "@/lib/notifications/get-lesson-calendar";

type CalendarParams = { params: Promise<{ school: string; bookingId: string }> };

export async function GET(_request: Request, { params }: CalendarParams): Promise<Response> {
  const { school, bookingId } = await params;
  const ctx = await requireMember(school, "family:area");
  const id = parseId<BookingId>(bookingId);
  const file = id === null ? null : await getLessonCalendar(ctx, id);
  if (file === null) return new Response("Not found\n", { status: 404 });
  return new Response(file.content, {
    headers: {
      "content-type": file.contentType,
      "content-disposition": `attachment; filename="${file.filename}"`,
      "cache-control": "private, no-store",
    },
  });
}
