import type { Metadata } from "next";
import { FlashMessage } from "@/components/shell/flash-message";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { CourseHeader } from "@/components/scheduling/course-header";
import { KIND_WORDS, PlanChangePanel } from "@/components/scheduling/plan-change-panel";
import { WeekPlanEditor } from "@/components/scheduling/week-plan-editor";
import { Alert } from "@/components/ui/alert";
import { requireMember } from "@/lib/auth/session";
import type { PlanLosses } from "@/lib/booking/changes/find-plan-losses";
import { getWeekPlan, type WeekPlanView } from "@/lib/booking/changes/get-week-plan";
import { getWeekPlanPreview } from "@/lib/booking/changes/get-week-plan-preview";
import {
  afterOthers,
  copiedPlan,
  isPreset,
  presetPlan,
  type DraftWeek,
  wishesOf,
  withWishes,
} from "@/lib/booking/changes/week-plan-draft";
import { readFlash } from "@/lib/flash";
import type { Flash } from "@/lib/flash-cookie";
import type { CourseId } from "@/lib/ids";
import { getNotifiedOfChanges } from "@/lib/notifications/tellings/get-notified-of-changes";
import type { SchoolContext } from "@/lib/school-context";
import { diffPlan } from "@/lib/scheduling/week-plan-change";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import { changeText } from "../../../change-text";
import { found, idOf } from "../../../found";
import { saveWeekPlan } from "./actions";

export const metadata: Metadata = { title: "Week plan" };

type Search = Record<string, string | string[] | undefined>;
type WeekPlanPageProps = {
  params: Promise<{ school: string; courseId: string }>;
  searchParams: Promise<Search>;
};

const CREATED = {
  tone: "success",
  title: "Course created.",
  text: "Now choose the kind of each week.",
} as const;

export default async function WeekPlanPage({ params, searchParams }: WeekPlanPageProps) {
  const { school: slug, courseId } = await params;
  const search = await searchParams;
  const ctx = await requireMember(slug, "schedule:write");
  const id = idOf<CourseId>(courseId);
  const view = await found(getWeekPlan(ctx, id));
  const { draft, changed: others } = draftOf(view, search);
  const changed = diffPlan(view.plan, draft).length > 0;
  const preview = changed ? await getWeekPlanPreview(ctx, { courseId: id, plan: draft }) : null;
  const flash = await readFlash();
  const coursesHref = `/${slug}/admin/courses`;
  const href = `${coursesHref}/${id}/week-plan`;
  const { locale, timeZone } = ctx.school;
  return (
    <>
      <CourseHeader
        coursesHref={coursesHref}
        course={{ id, name: view.courseName, kind: "HYBRID" }}
        current="week-plan"
        lead="Which weeks are taught together, and in which each student books a lesson alone."
      />
      <FlashMessage flash={flash} texts={await doneTexts(ctx, flash)} className="mb-4" />
      {others.length > 0 ? (
        <Alert
          tone="warning"
          title={`${view.lastChange}, after you opened this page.`}
          className="mb-4"
        >
          {weeksText(others)} Your own choices are kept; what they change is shown below.
        </Alert>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <WeekPlanEditor
          key={view.plan.map(({ kind }) => kind).join()}
          href={href}
          weeks={view.weeks}
          days={view.days}
          draft={draft}
          earlier={view.earlier}
          locale={locale}
        />
        <PlanChangePanel
          {...{ preview, locale, timeZone, href }}
          whoIsNotified={preview && <PlanNotified ctx={ctx} preview={preview} />}
          action={saveWeekPlan}
          courseId={id}
          plan={draft}
          present={view.plan}
          isFirst={!view.hasPlan}
        />
      </div>
    </>
  );
}

/** What was done to the plan, and who is notified of it. */
async function doneTexts(ctx: SchoolContext, flash: Flash | null) {
  const title = "The week plan is saved.";
  const counted = await changeText(ctx, flash);
  const text = ["Its weeks and lessons are as shown below.", counted].join(" ").trim();
  return {
    "week-plan-saved": { tone: "success", title, text },
    "course-created": CREATED,
  } as const;
}

async function PlanNotified({ ctx, preview }: { ctx: SchoolContext; preview: PlanLosses }) {
  const { lostBookings, lostGroupLessons, newGroupLessons } = preview;
  const lost = [...lostBookings, ...lostGroupLessons];
  if (lost.length + newGroupLessons.length === 0) return null;
  const notified = await getNotifiedOfChanges(ctx, {
    lessonIds: lost.map(({ lessonId }) => lessonId),
    studentIds: newGroupLessons.flatMap(({ studentIds }) => studentIds),
    teacherIds: newGroupLessons.map(({ teacherId }) => teacherId),
  });
  return <WhoIsNotified notified={notified} base={`/${ctx.school.slug}/admin`} />;
}

/** "Week 5 is individual now." */
function weeksText(weeks: readonly DraftWeek[]): string {
  return weeks.map(({ week, kind }) => `Week ${week}: ${KIND_WORDS[kind]} now.`).join(" ");
}

/** The plan in the address: a preset, an earlier term's, or week by week; and what others changed since. */
function draftOf(view: WeekPlanView, search: Search): { draft: WeekPlan; changed: DraftWeek[] } {
  const weeks = view.weeks.map(({ week, kind, changeable, closedDay }) => ({
    week,
    kind,
    changeable,
    isClosed: closedDay !== null,
  }));
  const from = typeof search.from === "string" ? search.from : null;
  const { changed, wishes } = afterOthers({ from, weeks, wishes: wishesOf(search, weeks) });
  if (isPreset(search.preset)) return { draft: presetPlan(search.preset, weeks), changed };
  const earlier = view.earlier.find((one) => one.courseId === search.copy);
  if (earlier && search.preset === "copy") {
    return { draft: copiedPlan(earlier.plan, weeks), changed };
  }
  return { draft: withWishes(weeks, wishes), changed };
}
