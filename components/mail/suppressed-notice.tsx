import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { SuppressedPerson } from "@/lib/notifications/stopped/list-suppressed-people";
import { formatDay } from "@/lib/time/format";
import { dayAt, type TimeZone } from "@/lib/time/zone";

type SuppressedNoticeProps = {
  people: readonly SuppressedPerson[];
  /** "/musicnme/admin/mail" */
  mailHref: string;
  zone: TimeZone;
  locale: string;
};

/** Says that mail does not reach somebody on this page, and the way to let it. */
export function SuppressedNotice({ people, mailHref, zone, locale }: SuppressedNoticeProps) {
  return people.map(({ personId, suppressionId, email, reason, since }) => {
    const day = formatDay(dayAt(since, zone), locale, "short");
    const what = reason === "BOUNCE" ? `bounced on ${day}` : `was marked as spam on ${day}`;
    return (
      <Alert key={personId} tone="warning" title={`Mail to ${email} ${what}.`} className="mb-4">
        {reason === "BOUNCE"
          ? "They get no email now. Correct the address, or "
          : "They get only email about signing in. If they ask for email, "}
        <TextLink href={`${mailHref}/${suppressionId}`}>send to it again</TextLink>.
      </Alert>
    );
  });
}
