import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { SuppressionView } from "@/lib/notifications/stopped/suppression-row";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { AddressOwners } from "./address-owners";
import { MailAddress } from "./mail-address";
import { STOPPED } from "./mail-words";

type StoppedAddressesProps = {
  rows: readonly SuppressionView[];
  /** "/musicnme/admin" */
  base: string;
  search: string;
  zone: TimeZone;
  locale: string;
};

/** The addresses that mail does not go to: whose, why and since when. */
export function StoppedAddresses({ rows, base, search, zone, locale }: StoppedAddressesProps) {
  return (
    <DataTable
      caption="Addresses that get no email"
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "address", header: "Address", cell: ({ email }) => <Address email={email} /> },
        {
          key: "whose",
          header: "Whose",
          cell: ({ owners }) => <AddressOwners owners={owners} peopleHref={`${base}/people`} />,
        },
        { key: "why", header: "Why", cell: (row) => <Why {...row} /> },
        {
          key: "since",
          header: "Since",
          cell: ({ since }) => formatDateTime(since, zone, locale),
        },
        {
          key: "again",
          header: "What now",
          cell: ({ id }) => <ButtonLink href={`${base}/mail/${id}`}>Send to it again</ButtonLink>,
        },
      ]}
      empty={
        search === "" ? (
          <EmptyState character="alice" title="Email reaches everybody">
            An address that mail comes back from, or whose reader complains, is listed here.
          </EmptyState>
        ) : (
          <EmptyState character="steve" title="No such address here">
            Nothing matches: mail goes to them.
          </EmptyState>
        )
      }
    />
  );
}

function Address({ email }: Pick<SuppressionView, "email">) {
  if (email === null) return <span className="font-normal">A private sign-in address</span>;
  return <MailAddress email={email} />;
}

function Why({ reason, detail }: SuppressionView) {
  return (
    <span className="grid max-w-prose text-right md:text-left">
      {STOPPED[reason].short}
      {detail === null ? null : <span className="text-sm text-ink-soft">{detail}</span>}
    </span>
  );
}
