import type { OwnActivity, OwnSecurityEvent } from "@/lib/auth/list-own-security-events";
import { formatDateTime } from "@/lib/time/format";
import { OWN_WORDS } from "./security-words";

/** What the account page shows of what happened to one's own sign-in. */
export function RecentActivity({ activity }: { activity: OwnActivity }) {
  const { events, more, zone, locale } = activity;
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">
        Only you can see this. If something here was not you, change your password and sign out
        everywhere.
      </p>
      {events.length === 0 ? <p>Nothing has happened in the last year.</p> : null}
      <ul className="grid">
        {events.map((event) => (
          <li
            key={event.id}
            className="grid gap-1 border-line py-3 not-last:border-b sm:flex sm:justify-between sm:gap-4"
          >
            <span className="font-semibold">{OWN_WORDS[event.kind]}</span>
            <span className="text-sm text-ink-soft sm:text-right">
              {formatDateTime(event.at, zone, locale)}
              <Where {...event} />
            </span>
          </li>
        ))}
      </ul>
      {more ? <p className="text-sm text-ink-soft">Older activity is not shown.</p> : null}
    </div>
  );
}

function Where({ device, schoolName }: OwnSecurityEvent) {
  const where = schoolName ?? device;
  return where === null ? null : <span className="block">{where}</span>;
}
