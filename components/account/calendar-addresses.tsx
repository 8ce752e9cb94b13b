import type { FeedScope } from "@/lib/feed-scope";
import { ButtonLink } from "../ui/button-link";

export type CalendarAddressRow = {
  scope: FeedScope;
  schoolName: string;
  href: string;
  /** When a calendar last read it, in words. */
  read: string;
};

const TITLES: Record<FeedScope, string> = {
  SCHOOL: "Whole school",
  TEACHER: "Lessons you teach",
  FAMILY: "Your children’s lessons",
  STUDENT: "Your lessons",
};

/** The private addresses that calendars follow, and the way to where each is stopped. */
export function CalendarAddresses({ addresses }: { addresses: readonly CalendarAddressRow[] }) {
  if (addresses.length === 0) {
    return (
      <p className="max-w-prose">
        No calendar follows your lessons. In your school, “Subscribe to calendar” shows them in your
        own calendar.
      </p>
    );
  }
  return (
    <ul className="grid divide-y-2 divide-line">
      {addresses.map(({ scope, schoolName, href, read }) => (
        <li
          key={`${href} ${scope}`}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
        >
          <div className="min-w-0">
            <p className="font-bold">{TITLES[scope]}</p>
            <p className="text-sm text-ink-soft">
              {schoolName} · {read}
            </p>
          </div>
          <ButtonLink href={href} aria-label={`Change ${TITLES[scope]}, ${schoolName}`}>
            Change
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
