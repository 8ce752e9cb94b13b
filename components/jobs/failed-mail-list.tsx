import { ActionForm } from "@/components/scheduling/action-form";
import type { SchoolAction } from "@/lib/action";
import type { FailedMail } from "@/lib/notifications/jobs/list-failed-mails";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { JobCard } from "./job-card";

type FailedMailListProps = {
  mails: readonly FailedMail[];
  clock: { timeZone: TimeZone; locale: string };
  sendAgain: SchoolAction;
};

/** Mails that could not be sent; what is only in doubt says so before its button. */
export function FailedMailList({ mails, clock, sendAgain }: FailedMailListProps) {
  if (mails.length === 0) return null;
  return (
    <section aria-labelledby="failed-mails" className="grid gap-3">
      <h2 id="failed-mails" className="text-xl">
        Mails that could not be sent
      </h2>
      <ul className="grid gap-3">
        {mails.map((mail) => (
          <li key={mail.deliveryId}>
            <JobCard
              title={mail.what}
              about={`To ${mail.recipient ?? "somebody who is no longer here"}`}
              facts={[`Since ${formatDateTime(mail.owedAt, clock.timeZone, clock.locale)}`]}
              why={whyOf(mail)}
            >
              <ActionForm
                action={sendAgain}
                fields={{ deliveryId: mail.deliveryId }}
                submit={
                  <>
                    Send again
                    <span className="sr-only">
                      : {mail.what} to {mail.recipient}
                    </span>
                  </>
                }
              />
            </JobCard>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whyOf({ why, mayArriveTwice }: FailedMail): string | null {
  if (!mayArriveTwice) return why;
  return `${why ?? ""} It may have arrived all the same: sent again, it may arrive twice.`.trim();
}
