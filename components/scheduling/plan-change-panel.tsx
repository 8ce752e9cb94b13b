import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { SchoolAction } from "@/lib/action";
import type { PlanLosses } from "@/lib/booking/changes/find-plan-losses";
import { planLetters, planShown } from "@/lib/booking/changes/shown-plan";
import type { WeekKind, WeekPlan } from "@/lib/scheduling/week-plan";
import { shownText } from "@/lib/values/shown-record";
import type { TimeZone } from "@/lib/time/zone";
import { ClashList } from "./clash-list";
import { ConfirmForm } from "./confirm-form";
import { LostList } from "./lost-list";

type PlanChangePanelProps = {
  preview: PlanLosses | null;
  /** Of all that it changes: booked lessons, and group lessons that come and go. */
  whoIsNotified: ReactNode;
  action: SchoolAction;
  courseId: string;
  plan: WeekPlan;
  /** The plan that stands, which the list of changes is about. */
  present: WeekPlan;
  isFirst: boolean;
  href: string;
  locale: string;
  timeZone: TimeZone;
};

export const KIND_WORDS: Record<WeekKind, string> = {
  GROUP: "group",
  INDIVIDUAL: "individual",
  NONE: "no lesson",
};

/** What saving would change and cancel, and the button that does it. */
export function PlanChangePanel(props: PlanChangePanelProps) {
  const { preview, whoIsNotified, action, courseId, plan, present } = props;
  const { isFirst, href, locale, timeZone } = props;
  if (preview === null) {
    return (
      <Card as="section" title="What this changes" tone="sunken">
        <p className="text-ink-soft">
          Nothing yet. Choose another kind for a week, and what it would change shows here before
          anything happens.
        </p>
      </Card>
    );
  }
  const { lostBookings, blocked, confirmation } = preview;
  return (
    <Card as="section" title="What this changes">
      <div className="grid gap-4">
        {isFirst ? null : (
          <ul className="grid gap-1">
            {preview.changes.map(({ week, from, to }) => (
              <li key={week}>
                <b>Week {week}:</b> {KIND_WORDS[from]} → {KIND_WORDS[to]}
              </li>
            ))}
          </ul>
        )}
        <GroupLessonsText preview={preview} />
        {lostBookings.length > 0 ? (
          <LostList
            title={`Cancels ${lostBookings.length} booked ${lostBookings.length === 1 ? "lesson" : "lessons"}`}
            note="The history is kept."
            bookings={lostBookings}
            {...{ locale, timeZone }}
          />
        ) : null}
        {blocked.length > 0 ? (
          <ClashList
            title="A new group lesson meets a lesson that cannot give way"
            clashes={blocked}
            {...{ locale, timeZone }}
          />
        ) : null}
        {blocked.length > 0 ? null : whoIsNotified}
        {blocked.length > 0 ? null : (
          <ConfirmForm
            action={action}
            fields={{
              courseId,
              plan: planLetters(plan),
              basedOn: shownText(planShown(present)),
              confirmed: confirmation ?? "",
            }}
            submit={confirmation === null ? "Save the plan" : "Cancel these lessons and save"}
            variant={confirmation === null ? "primary" : "danger"}
          />
        )}
        <ButtonLink href={href} variant="plain" className="justify-self-start">
          Leave it as it was
        </ButtonLink>
      </div>
    </Card>
  );
}

function GroupLessonsText({ preview }: { preview: PlanLosses }) {
  const made = preview.newGroupLessons.length;
  const lost = preview.lostGroupLessons.length;
  return (
    <p className="text-ink-soft">
      {made} new group {made === 1 ? "lesson" : "lessons"}
      {lost > 0 ? `, ${lost} no longer held` : ""}.
    </p>
  );
}
