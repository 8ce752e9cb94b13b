import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import type { SchoolContext } from "@/lib/school-context";
import type { CalendarFile } from "../lesson-calendar-file";
import type { ComposedMail } from "../templates/compose-mail";

/** Whom something is told. Without an address it is told in the app alone. */
export type Recipient = { personId: string; name: string; email: string | null };

/** The same in the app: in few words, and where it leads below the school's address. */
export type NoticeWords = { title: string; body: string; path: string | null };

/** What one person is told, as things stand. */
export type Told = {
  recipient: Recipient;
  notice: NoticeWords | null;
  mail: (ComposedMail & { attachments?: readonly CalendarFile[] }) | null;
};

/**
 * One kind of message about one kind of happening. `tell` says who is told what as things stand now:
 * nobody when it has become stale. It is asked when the message is owed, and again when it is sent.
 */
export type Telling<E extends EventDefinition = EventDefinition> = {
  kind: string;
  event: E;
  /** About signing in: it goes out even to somebody who has complained of mail. */
  isAccountMail?: true;
  tell(ctx: SchoolContext, event: OwedEvent<E>): Promise<Told[]>;
};

/** The words of a mail, for the app: its subject, what a mail program shows beside it, and a way on. */
export function noticeOf({ subject, content }: ComposedMail, path: string | null): NoticeWords {
  return { title: subject, body: content.preview, path };
}
