import { TextLink } from "@/components/ui/text-link";
import type { SuppressionView } from "@/lib/notifications/stopped/suppression-row";

type AddressOwnersProps = { owners: SuppressionView["owners"]; peopleHref: string };

/** Whose an address is, each with a way to where it can be corrected. */
export function AddressOwners({ owners, peopleHref }: AddressOwnersProps) {
  if (owners.length === 0) return "Somebody who signs in with it";
  return (
    <ul className="grid gap-1">
      {owners.map(({ personId, name, page }) => (
        <li key={personId}>
          {page === null ? name : <TextLink href={`${peopleHref}/${page}`}>{name}</TextLink>}
        </li>
      ))}
    </ul>
  );
}
