import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import type { Telling } from "@/lib/notifications/tellings/telling";
import { systemNow } from "@/lib/time/instant";
import { useCutConnections } from "./cut-connections";
import { anOwedEvent, deliveryIdsOf } from "./owed-mail-factory";
import { systemContextOf } from "./people-factory";
import type { TestSchool } from "./school-factory";

export type MailStage = {
  /** Says what shall go wrong at the mail's vendor next (emulators/resend/faults.ts); null: nothing. */
  faults: (settings: unknown) => Promise<unknown>;
  mailsTo: (email: string) => Promise<number>;
  /** Owes the mail of a happening and returns its delivery. */
  owe: <E extends EventDefinition>(
    school: TestSchool,
    telling: Telling<E>,
    data: OwedEvent<E>["data"],
  ) => Promise<string>;
  /** One try to send at the present moment; what it failed of, or null. */
  tryToSend: (school: TestSchool, deliveryId: string) => Promise<string | null>;
  stop: () => Promise<void>;
};

/** What owes and sends mail, before a vendor of its own. Call it before lib/db is loaded. */
export async function openMailStage(known: () => Promise<Telling[]>): Promise<MailStage> {
  const { inboxUrl, stop } = await useCutConnections();
  const { closePools } = await import("@/lib/db/pools");
  const { oweTelling } = await import("@/lib/notifications/owe-telling");
  const { sendOwedMail } = await import("@/lib/notifications/send-owed-mail");
  const tellings = new Map((await known()).map((telling) => [telling.kind, telling]));
  const context = (school: TestSchool) => systemContextOf(school, { now: systemNow() });
  return {
    faults: (settings) =>
      settings === null
        ? fetch(`${inboxUrl}/faults`, { method: "DELETE" })
        : fetch(`${inboxUrl}/faults`, { method: "POST", body: JSON.stringify(settings) }),
    mailsTo: async (email) => {
      const reply = await fetch(`${inboxUrl}/inbox.json?to=${email}`);
      return ((await reply.json()) as { messages: unknown[] }).messages.length;
    },
    owe: async (school, telling, data) => {
      const event = await anOwedEvent(school, telling.event, data);
      await oweTelling(context(school), telling, event);
      const [id] = await deliveryIdsOf(event);
      if (id === undefined) throw new Error("no mail is owed");
      return id;
    },
    tryToSend: (school, deliveryId) =>
      sendOwedMail(context(school), { deliveryId, tellings }).then(
        () => null,
        (error: unknown) => String(error),
      ),
    stop: async () => {
      await closePools();
      await stop();
    },
  };
}
