import { CalendarListScreen } from "@/components/calendar/calendar-list-screen";
import { CalendarScreen } from "@/components/calendar/calendar-screen";
import type { CalendarSetting } from "@/components/calendar/calendar-setting";
import { KindMarks } from "@/components/calendar/kind-marks";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { CourseId, LocationId, RoomId, StudentId, TeacherId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import {
  calendarQuery,
  readCalendarAddress,
  visibleRange,
  type CalendarAddress,
} from "@/lib/scheduling/calendar-address";
import { lessonDetailsResource } from "@/lib/scheduling/calendar-resource";
import { getLessonDetails } from "@/lib/scheduling/get-lesson-details";
import { parseEntryId } from "@/lib/scheduling/lesson-details";
import { listCalendarRange } from "@/lib/scheduling/list-calendar-range";
import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import { calendarSetting, type CalendarArea } from "./calendar-areas";

type Search = Record<string, string | string[] | undefined>;
type CalendarPageProps = { ctx: SchoolContext; area: CalendarArea; search: Search; title: string };

/** The calendar of an area: a list from the server, or a grid that reads what it shows. */
export async function CalendarPage({ ctx, area, search, title }: CalendarPageProps) {
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const address = readCalendarAddress((name) => textOf(search[name]), today);
  const setting = calendarSetting(ctx, area, { today, everybody: address.everybody });
  const listed = address.view === "list" || (address.view === null && setting.listFirst);
  const list = listed ? await listOf(ctx, setting, address) : undefined;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={title}
          actions={
            <ButtonLink href={`${setting.base}/subscribe`}>Subscribe to calendar</ButtonLink>
          }
        />
      </div>
      <p className="mb-2 hidden font-bold print:block">
        {ctx.school.name}: {title}
      </p>
      <KindMarks />
      {address.view === "list" ? (
        list
      ) : (
        <>
          <noscript>
            <p className="mb-4">
              <TextLink href={`${setting.path}${calendarQuery({ ...address, view: "list" })}`}>
                Show the lessons as a list
              </TextLink>
            </p>
          </noscript>
          <CalendarScreen setting={setting} list={list} />
        </>
      )}
    </>
  );
}

async function listOf(ctx: SchoolContext, setting: CalendarSetting, address: CalendarAddress) {
  const view = address.oneDay ? "day" : "week";
  const { owner } = setting;
  const [calendar, details] = await Promise.all([
    listCalendarRange(ctx, {
      ...visibleRange({ view, date: address.date }, ctx.school.weekStart),
      ...filtersOf(address),
      owner,
      // One's own week is printed for the music stand; a whole school's rosters would be a book.
      allNames: owner === "teacher",
    }),
    detailsOf(ctx, setting, address),
  ]);
  return <CalendarListScreen {...{ setting, address, calendar, details }} />;
}

function filtersOf({ filters }: CalendarAddress) {
  const { teacher, room, location, course, student, kind } = filters;
  return {
    teacherId: teacher as TeacherId | undefined,
    roomId: room as RoomId | undefined,
    locationId: location as LocationId | undefined,
    courseId: course as CourseId | undefined,
    studentId: student as StudentId | undefined,
    kinds: kind && [kind],
  };
}

async function detailsOf(ctx: SchoolContext, { owner }: CalendarSetting, address: CalendarAddress) {
  const entry = parseEntryId(address.entry ?? "");
  if (entry === null) return null;
  try {
    return lessonDetailsResource(await getLessonDetails(ctx, { owner, entry }));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function textOf(value: Search[string]): string | null {
  return typeof value === "string" ? value : null;
}
