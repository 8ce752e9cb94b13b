import { Card } from "@/components/ui/card";
import type { OpenDeskRequest } from "@/lib/booking/desk/list-desk-requests";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type AskedCardProps = { request: OpenDeskRequest | null; locale: string; timeZone: TimeZone };

/** What the family wrote about this week, while it is open. */
export function AskedCard({ request, locale, timeZone }: AskedCardProps) {
  if (request === null) return null;
  return (
    <Card as="section" tone="warning" title="Help request" className="mb-4 max-w-3xl">
      <p className="text-sm">{formatDateTime(request.createdAt, timeZone, locale)}</p>
      <p>{request.message ? `“${request.message}”` : "No slot was left."}</p>
      <p className="text-sm">It is closed as soon as the lesson is booked or moved here.</p>
    </Card>
  );
}
