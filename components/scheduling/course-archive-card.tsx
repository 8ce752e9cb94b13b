import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { SchoolAction } from "@/lib/action";
import type { CourseAhead } from "@/lib/booking/changes/find-course-ahead";
import type { TimeZone } from "@/lib/time/zone";
import { ActionForm } from "./action-form";
import { ConfirmForm } from "./confirm-form";
import { LostList } from "./lost-list";

type CourseArchiveCardProps = {
  courseId: string;
  archived: boolean;
  ahead: CourseAhead;
  action: SchoolAction;
  /** Who is told of the lessons that are cancelled, or come back. */
  notified: ReactNode;
  locale: string;
  timeZone: TimeZone;
};

/** Takes a course off the lists or puts it back; says first what stands in the way or is cancelled. */
export function CourseArchiveCard(props: CourseArchiveCardProps) {
  const { courseId, archived, ahead, action, notified, locale, timeZone } = props;
  if (archived) {
    return (
      <Card as="section" title="Archived">
        <p className="mb-3 text-ink-soft">
          Put back, it is on the lists again, with its fixed lessons ahead.
        </p>
        {ahead.concerned.teacherIds.length > 0 ? <div className="mb-4">{notified}</div> : null}
        <ActionForm
          action={action}
          fields={{ courseId, archived: "no" }}
          submit="Put this course back"
          pendingText="Saving…"
        />
      </Card>
    );
  }
  const { bookings, lessons, confirmation } = ahead;
  const count = bookings.length + lessons.length;
  return (
    <Card as="section" title="Archive">
      <div className="grid gap-4">
        <p className="text-ink-soft">{leadOf(ahead)}</p>
        {count > 0 ? (
          <LostList
            title={`${count} ${count === 1 ? "lesson lies" : "lessons lie"} ahead`}
            note={ahead.isFree ? "Nobody is in them." : "They have to be over or cancelled first."}
            {...{ bookings, lessons, locale, timeZone }}
          />
        ) : null}
        {ahead.isFree && count > 0 ? notified : null}
        {ahead.isFree ? (
          <ConfirmForm
            action={action}
            fields={{ courseId, archived: "yes", confirmed: confirmation ?? "" }}
            submit={count > 0 ? "Cancel these lessons and archive" : "Archive this course"}
            variant={count > 0 ? "danger" : "quiet"}
          />
        ) : null}
      </div>
    </Card>
  );
}

function leadOf({ isFree, students }: CourseAhead): string {
  if (isFree) return "Takes the course off the lists. Nothing is deleted.";
  if (students === 0) return "Not possible yet: booked lessons lie ahead.";
  const who = students === 1 ? "1 student is" : `${students} students are`;
  return `Not possible yet: ${who} enrolled. End the enrolments first.`;
}
