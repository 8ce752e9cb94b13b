import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { mailWords, reasonWords } from "@/lib/notifications/jobs/job-words";
import type { UndeliveredMail } from "@/lib/notifications/stopped/list-undelivered";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { TROUBLE } from "./mail-words";

type UndeliveredMailsProps = {
  rows: readonly UndeliveredMail[];
  zone: TimeZone;
  locale: string;
};

const TONES: Record<UndeliveredMail["trouble"], BadgeTone> = {
  failed: "danger",
  "came-back": "danger",
  waiting: "warning",
};

/** Mails that did not arrive, or wait longer than they should. */
export function UndeliveredMails({ rows, zone, locale }: UndeliveredMailsProps) {
  return (
    <DataTable
      caption="Email that did not arrive"
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "kind", header: "Email", cell: ({ kind }) => mailWords(kind) },
        { key: "to", header: "To", cell: ({ recipient }) => recipient ?? "Nobody now" },
        {
          key: "at",
          header: "When",
          cell: ({ at }) => formatDateTime(at, zone, locale),
        },
        {
          key: "state",
          header: "State",
          cell: ({ trouble }) => <Badge tone={TONES[trouble]}>{TROUBLE[trouble].label}</Badge>,
        },
        { key: "why", header: "Why", cell: (row) => <Why {...row} /> },
      ]}
      empty={
        <EmptyState character="floyd" title="All email is delivered">
          Mail of the last 30 days that fails, comes back or waits too long is listed here.
        </EmptyState>
      }
    />
  );
}

function Why({ trouble, lastError, attempts }: UndeliveredMail) {
  return (
    <span className="grid max-w-prose text-right md:text-left">
      {TROUBLE[trouble].text}
      {lastError === null ? null : (
        <span className="text-sm text-ink-soft">
          {attempts > 1 ? `Tried ${attempts} times: ` : ""}
          {reasonWords(lastError)}
        </span>
      )}
    </span>
  );
}
