import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { SchoolSecurityEvent } from "@/lib/people/list-security-events";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { SCHOOL_WORDS } from "./security-words";

type SchoolSecurityEventsProps = {
  rows: readonly SchoolSecurityEvent[];
  zone: TimeZone;
  locale: string;
};

/** What happened to the ways into a school. */
export function SchoolSecurityEvents({ rows, zone, locale }: SchoolSecurityEventsProps) {
  return (
    <DataTable
      caption="Changes of access"
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "what", header: "What", cell: ({ kind }) => SCHOOL_WORDS[kind] },
        { key: "who", header: "Person", cell: ({ person }) => person },
        { key: "by", header: "By", cell: byText },
        { key: "at", header: "When", cell: ({ at }) => formatDateTime(at, zone, locale) },
      ]}
      empty={
        <EmptyState character="floyd" title="No changes in the last year">
          Changes of roles, API tokens, invitations and email addresses are listed here.
        </EmptyState>
      }
    />
  );
}

function byText({ by, invitedBy }: SchoolSecurityEvent): string {
  const who = by ?? "Whoever runs this site";
  return invitedBy === null ? who : `${who}, invited by ${invitedBy}`;
}
