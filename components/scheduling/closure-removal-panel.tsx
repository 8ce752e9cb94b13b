import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { SchoolAction } from "@/lib/action";
import type { ClosureRemoval } from "@/lib/booking/changes/get-closure-removal";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { ClashList } from "./clash-list";
import { ConfirmForm } from "./confirm-form";

type ClosureRemovalPanelProps = {
  removal: ClosureRemoval;
  closureId: string;
  action: SchoolAction;
  backHref: string;
  /** Who is told of the lessons that come back, and of those to book again. */
  notified: ReactNode;
  locale: string;
  timeZone: TimeZone;
};

/** What comes back and what does not when days are opened again, and the button that does it. */
export function ClosureRemovalPanel(props: ClosureRemovalPanelProps) {
  const { removal, closureId, action, backHref, notified, locale, timeZone } = props;
  const { blocked, confirmation } = removal;
  const back = (
    <ButtonLink href={backHref} variant="plain" className="justify-self-start">
      Leave it closed
    </ButtonLink>
  );
  if (removal.opensOn === null) {
    return (
      <Alert tone="info" title="These days are over." actions={back}>
        What was closed stays closed, so that what was taught stays as it was.
      </Alert>
    );
  }
  return (
    <div className="grid max-w-2xl gap-4">
      <Returning {...{ removal, locale, timeZone }} />
      <ToBookAgain {...{ removal, locale, timeZone }} />
      {blocked.length > 0 ? (
        <ClashList
          title="A restored lesson clashes with another"
          clashes={blocked}
          {...{ locale, timeZone }}
        >
          Move or cancel the other lesson first, then come back here.
        </ClashList>
      ) : (
        <>
          {removal.lessons.length + removal.toBookAgain.length > 0 ? notified : null}
          <ConfirmForm
            action={action}
            fields={{ closureId, confirmed: confirmation ?? "" }}
            submit="Open these days again"
          />
        </>
      )}
      {back}
    </div>
  );
}

type PartProps = Pick<ClosureRemovalPanelProps, "removal" | "locale" | "timeZone">;

function Returning({ removal: { lessons }, locale, timeZone }: PartProps) {
  if (lessons.length === 0) {
    return <p>No group or fixed lesson falls on those days, so none comes back.</p>;
  }
  const title = `${lessons.length} ${lessons.length === 1 ? "lesson is" : "lessons are"} held again`;
  return (
    <Card as="section" title={title}>
      <ul className="grid max-h-80 gap-1 overflow-y-auto" tabIndex={0} aria-label={title}>
        {lessons.map((lesson) => (
          <li key={`${lesson.courseId} ${lesson.startsAt}`}>
            <b>{lesson.courseName}</b>, {formatDateTime(lesson.startsAt, timeZone, locale)} (
            {lesson.students} {lesson.students === 1 ? "student" : "students"})
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink-soft">With the students who are enrolled then.</p>
    </Card>
  );
}

function ToBookAgain({ removal: { toBookAgain }, locale, timeZone }: PartProps) {
  if (toBookAgain.length === 0) return null;
  const title = `${toBookAgain.length} booked ${toBookAgain.length === 1 ? "lesson stays" : "lessons stay"} cancelled`;
  return (
    <Alert tone="info" title={title}>
      <p className="mb-2">
        Nothing is booked automatically. These families can book that week again while booking is
        open; after that you can book for them.
      </p>
      <ul className="grid max-h-80 gap-1 overflow-y-auto" tabIndex={0} aria-label={title}>
        {toBookAgain.map((lost) => (
          <li key={lost.bookingId}>
            <b>{lost.studentName}</b>, {lost.courseName}, week {lost.week} (was{" "}
            {formatDateTime(lost.startsAt, timeZone, locale)})
          </li>
        ))}
      </ul>
    </Alert>
  );
}
