import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { AddressOwner } from "./find-address-owners";
import type { SuppressionReason } from "./mail-event";

export type SuppressionView = {
  id: string;
  /** Null for an address that is not in the school's record: somebody signs in with it. */
  email: string | null;
  owners: readonly AddressOwner[];
  reason: SuppressionReason;
  /** What the other mail server said, without addresses. */
  detail: string | null;
  since: Instant;
};

export const SUPPRESSION_COLUMNS = {
  id: true,
  email: true,
  reason: true,
  detail: true,
  createdAt: true,
} as const;

type SuppressionRow = {
  id: string;
  email: string;
  reason: SuppressionReason;
  detail: string | null;
  createdAt: Date;
};

export function suppressionView(
  { id, email, reason, detail, createdAt }: SuppressionRow,
  owners: ReadonlyMap<string, AddressOwner[]>,
): SuppressionView {
  const known = owners.get(email) ?? [];
  return {
    ...{ id, reason, detail, owners: known },
    email: known.length > 0 ? email : null,
    since: instantFromDate(createdAt),
  };
}
