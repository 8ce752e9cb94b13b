import Link from "next/link";
import type { ComponentProps, MouseEvent } from "react";
import { calendarQuery, type CalendarAddress } from "@/lib/scheduling/calendar-address";

/** Shows another address of the same calendar. */
export type Go = (address: CalendarAddress) => void;

type CalendarLinkProps = Omit<ComponentProps<typeof Link>, "href" | "onClick"> & {
  path: string;
  to: CalendarAddress;
  /** In a grid: shows another grid without asking the server for a page. */
  go: Go | undefined;
};

/** A link to another address of the calendar; a plain one for a new tab or without JavaScript. */
export function CalendarLink({ path, to, go, ...rest }: CalendarLinkProps) {
  const link = { ...rest, href: `${path}${calendarQuery(to)}`, prefetch: false, scroll: false };
  if (go === undefined || to.view === "list") return <Link {...link} />;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <Link {...link} onClick={follow} />;
}
