import { countDoneJobs } from "@/lib/notifications/jobs/count-done-jobs";
import { getJobsHealth } from "@/lib/notifications/jobs/get-jobs-health";
import { listFailedMails } from "@/lib/notifications/jobs/list-failed-mails";
import { listOwedWork } from "@/lib/notifications/jobs/list-owed-work";
import { redriveAll } from "@/lib/notifications/jobs/redrive-all";
import { redriveEvent } from "@/lib/notifications/jobs/redrive-event";
import { sendMailAgain } from "@/lib/notifications/jobs/send-mail-again";
import { found, whole, type SchoolCalls } from "./school-call";

export const jobCalls: SchoolCalls = {
  "notifications/jobs/count-done-jobs countDoneJobs": whole((ctx) => countDoneJobs(ctx)),
  "notifications/jobs/get-jobs-health getJobsHealth": whole((ctx) => getJobsHealth(ctx)),
  "notifications/jobs/list-failed-mails listFailedMails": whole((ctx) => listFailedMails(ctx)),
  "notifications/jobs/list-owed-work listOwedWork": whole((ctx) =>
    listOwedWork(ctx, { state: "failing", page: 1 }),
  ),
  "notifications/jobs/list-owed-work listOwedWork (done)": whole((ctx) =>
    listOwedWork(ctx, { state: "done", page: 1 }),
  ),
  "notifications/jobs/redrive-all redriveAll": whole((ctx) =>
    redriveAll(ctx, { state: "failing" }),
  ),
  "notifications/jobs/redrive-event redriveEvent": found((ctx, { eventId }) =>
    redriveEvent(ctx, { eventId }),
  ),
  "notifications/jobs/send-mail-again sendMailAgain": found((ctx, { failedDeliveryId }) =>
    sendMailAgain(ctx, { deliveryId: failedDeliveryId }),
  ),
};
