import type { HelpRequest } from "@/lib/booking/list-help-requests";
import { whenText, type SchoolClock } from "../booking/lesson-words";
import { Card } from "../ui/card";
import { TextLink } from "../ui/text-link";

type HelpRequestsProps = {
  requests: readonly HelpRequest[];
  clock: SchoolClock;
  /** The family area. */
  base: string;
};

/** What the family asked the school, in their own words, and what became of it. */
export function HelpRequests({ requests, clock, base }: HelpRequestsProps) {
  if (requests.length === 0) return null;
  return (
    <Card as="section" title={requests.length === 1 ? "Your help request" : "Your help requests"}>
      <ul className="grid gap-4">
        {requests.map((request) => (
          <li key={request.id} className="grid gap-1">
            <p className="font-bold">
              {request.studentName}, {request.courseName}, week {request.week}
            </p>
            {request.message === null ? null : <p>“{request.message}”</p>}
            <p className="text-sm text-ink-soft">Sent {whenText(clock, request.sentAt)}</p>
            <Outcome {...{ request, clock, base }} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type OutcomeProps = { request: HelpRequest; clock: SchoolClock; base: string };

function Outcome({ request: { outcome }, clock, base }: OutcomeProps) {
  switch (outcome.state) {
    case "open":
      return <p>The school has not answered yet.</p>;
    case "answered":
      return outcome.reply === null ? (
        <p>Closed by the school on {whenText(clock, outcome.at)}.</p>
      ) : (
        <>
          <p className="text-sm text-ink-soft">
            The school replied on {whenText(clock, outcome.at)}:
          </p>
          <p className="whitespace-pre-line">“{outcome.reply}”</p>
        </>
      );
    case "booked":
      return (
        <p>
          Booked on {whenText(clock, outcome.at)}:{" "}
          <TextLink
            href={`${base}/bookings/${outcome.bookingId}`}
            className="inline-flex min-h-11 items-center"
          >
            {whenText(clock, outcome.startsAt)}
          </TextLink>
        </p>
      );
  }
}
