import { LifeBuoy } from "lucide-react";
import { ActionForm } from "@/components/scheduling/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/text-area";
import type { SchoolAction } from "@/lib/action";
import type { OpenDeskRequest } from "@/lib/booking/desk/list-desk-requests";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { Guardians } from "./course-desk-weeks";

type DeskRequestsProps = {
  requests: readonly OpenDeskRequest[];
  answer: SchoolAction;
  base: string;
  locale: string;
  timeZone: TimeZone;
};

/** Families that found no slot and asked for help. */
export function DeskRequests({ requests, answer, base, locale, timeZone }: DeskRequestsProps) {
  if (requests.length === 0) return null;
  return (
    <Card as="section" tone="warning" title="Help requests">
      <ul className="grid gap-3">
        {requests.map((request) => (
          <li
            key={request.id}
            className="grid gap-2 rounded-control bg-surface-raised p-3 text-ink"
          >
            <div>
              <p className="flex items-center gap-2 font-bold">
                <Icon icon={LifeBuoy} />
                {request.studentName}, {request.courseName}, week {request.week}
              </p>
              <p className="text-sm text-ink-soft">
                {formatDateTime(request.createdAt, timeZone, locale)}
                {request.kind === "UNBOOKED" ? ", no slot was left when booking closed" : ""}
              </p>
              {request.message ? <p className="my-1">“{request.message}”</p> : null}
              <Guardians guardians={request.guardians} />
            </div>
            <div className="flex flex-wrap gap-2">
              <ButtonLink
                variant="primary"
                href={
                  request.bookingId === null
                    ? `${base}/desk/book/${request.enrolmentId}/${request.week}`
                    : `${base}/desk/bookings/${request.bookingId}`
                }
              >
                {request.bookingId === null ? "Book for them" : "Move for them"}
              </ButtonLink>
            </div>
            <Disclosure
              summary={
                <>
                  Reply<span className="sr-only"> to the family of {request.studentName}</span>
                </>
              }
            >
              <ActionForm
                action={answer}
                fields={{ requestId: request.id }}
                submit="Send reply and close"
                className="grid gap-3"
              >
                <TextArea
                  label="Reply"
                  name="reply"
                  hint="The family reads it on their home page."
                  maxLength={1_000}
                  rows={3}
                />
              </ActionForm>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}
