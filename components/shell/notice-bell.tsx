import { Bell } from "lucide-react";
import { Icon } from "../ui/icon";
import { NavLink } from "./nav-link";

type NoticeBellProps = { href: string; unread: number };

/** The way to the notices, with how many of them are unread. */
export function NoticeBell({ href, unread }: NoticeBellProps) {
  const count = unread > 9 ? "9+" : String(unread);
  return (
    <NavLink
      href={href}
      className="relative flex size-11 items-center justify-center rounded-control -outline-offset-3 outline-current"
    >
      <Icon icon={Bell} className="size-6" />
      <span className="sr-only">{unread === 0 ? "Notices" : `Notices, ${count} unread`}</span>
      {unread === 0 ? null : (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 font-bold text-accent-ink tabular-nums"
        >
          {count}
        </span>
      )}
    </NavLink>
  );
}
