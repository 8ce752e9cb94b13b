import { Alert, type AlertTone } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { AdminHome } from "@/lib/booking/desk/get-admin-home";
import type { ShortCourse } from "@/lib/booking/window/list-supply";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type HomeTasksProps = {
  home: AdminHome;
  short: readonly ShortCourse[];
  base: string;
  locale: string;
  timeZone: TimeZone;
};

type Task = { key: string; tone: AlertTone; title: string; text: string; href: string; go: string };

/** What needs a person now, the most pressing first. */
export function HomeTasks(props: HomeTasksProps) {
  const tasks = tasksOf(props);
  if (tasks.length === 0) {
    return (
      <EmptyState title="Nothing needs you now" character="steve">
        Nobody has asked, every week works out, and who can book has booked.
      </EmptyState>
    );
  }
  const pressing = tasks.filter(({ tone }) => tone === "warning");
  const others = tasks.filter(({ tone }) => tone !== "warning");
  return (
    <section aria-label="What needs you now" className="grid gap-3">
      {pressing.map((task) => (
        <Alert
          key={task.key}
          tone={task.tone}
          title={task.title}
          actions={
            <ButtonLink href={task.href}>
              {task.go}
              <span className="sr-only">: {task.title}</span>
            </ButtonLink>
          }
        >
          {task.text}
        </Alert>
      ))}
      {others.length > 0 ? <OtherTasks tasks={others} /> : null}
    </section>
  );
}

function OtherTasks({ tasks }: { tasks: readonly Task[] }) {
  return (
    <Card title="Coming up">
      <ul className="grid">
        {tasks.map((task) => (
          <li
            key={task.key}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line py-2 not-last:border-b"
          >
            <div className="min-w-0">
              <p className="font-bold">{task.title}</p>
              <p className="text-sm text-ink-soft">{task.text}</p>
            </div>
            <TextLink href={task.href} className="inline-flex min-h-11 items-center">
              {task.go}
              <span className="sr-only">: {task.title}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function tasksOf({ home, short, base, locale, timeZone }: HomeTasksProps): Task[] {
  const booking = (courseId: string) => `${base}/courses/${courseId}/booking`;
  const requests: Task[] =
    home.openRequests === 0
      ? []
      : [
          {
            key: "requests",
            tone: "warning",
            title: `${home.openRequests} help ${home.openRequests === 1 ? "request" : "requests"} to answer`,
            text: "No time was found that suits the family.",
            href: `${base}/desk`,
            go: "Answer",
          },
        ];
  return [
    ...requests,
    ...short.map((course): Task => ({
      key: `short ${course.courseId}`,
      tone: "warning",
      title: `${course.name}: not enough times`,
      text: course.weeks.map(shortText).join(" "),
      href: booking(course.courseId),
      go: "Look",
    })),
    ...home.planless.map((course): Task => ({
      key: `plan ${course.courseId}`,
      tone: "info",
      title: `${course.name} has no week plan`,
      text: "Choose which weeks are taught together.",
      href: `${base}/courses/${course.courseId}/week-plan`,
      go: "Set the week plan",
    })),
    ...home.turning.map((turn): Task => ({
      key: `turn ${turn.courseId} ${turn.what}`,
      tone: "info",
      title: `${turn.name}: booking ${turn.what} ${formatDateTime(turn.at, timeZone, locale)}`,
      text:
        turn.what === "opens" ? "Families can book from then on." : "After that only you can book.",
      href: booking(turn.courseId),
      go: "Look",
    })),
    ...home.unbooked.map((course): Task => ({
      key: `unbooked ${course.courseId}`,
      tone: "info",
      title: `${course.name}: ${course.students} still to book`,
      text: course.closesAt
        ? `Booking closes ${formatDateTime(course.closesAt, timeZone, locale)}.`
        : "Booking stays open.",
      href: booking(course.courseId),
      go: "See who",
    })),
    ...home.unplanned.map((course): Task => ({
      key: `open ${course.courseId}`,
      tone: "info",
      title: `${course.name}: booking is not opened`,
      text: "Its individual weeks cannot be booked yet.",
      href: booking(course.courseId),
      go: "Open booking",
    })),
  ];
}

function shortText({ week, short: lessons }: ShortCourse["weeks"][number]): string {
  return `Week ${week}: ${lessons === 1 ? "1 lesson finds" : `${lessons} lessons find`} no time.`;
}
