import { CallLink } from "../family/call-link";
import { Alert } from "../ui/alert";

/** Why a family can no longer move or cancel, and what to do. */
export function NoChange({ phone }: { phone: string | null }) {
  return (
    <Alert tone="warning" title="Too close to the lesson to change it online">
      Can&apos;t make it? Please call the school
      {phone === null ? "" : <CallLink phone={phone} />}.
    </Alert>
  );
}
