import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import type { SchoolContext } from "@/lib/school-context";
import type { CalendarFile } from "../lesson-calendar-file";
import type { ComposedMail } from "../templates/compose-mail";
import type { TELLING_KINDS, TellingKind } from "./telling-kinds";

/** Whom something is told. Without an address it is told in the app alone. */
export type Recipient = { personId: string; name: string; email: string | null };

/** The same in the app: in few words, and where it leads below the school's address. */
export type NoticeWords = { title: string; body: string; path: string | null };

export type ToldMail = ComposedMail & { attachments?: readonly CalendarFile[] };

/** What one person is told, as things stand. */
export type Told = { recipient: Recipient; notice: NoticeWords | null; mail: ToldMail | null };

/** The same by the ways that its kind has, and no other. */
export type ToldVia<Way extends "mail" | "notice"> = {
  recipient: Recipient;
  notice: "notice" extends Way ? NoticeWords | null : null;
  mail: "mail" extends Way ? ToldMail | null : null;
};

/**
 * One kind of message about one kind of happening. `tell` says who is told what as things stand now:
 * nobody when it has become stale. It is asked when the message is owed, and again when it is sent,
 * then for the one person alone: whoever tells many at once says only what concerns that person.
 */
export type Telling<E extends EventDefinition = EventDefinition> = {
  kind: TellingKind;
  event: E;
  tell(ctx: SchoolContext, event: OwedEvent<E>, onlyPersonId?: string): Promise<Told[]>;
};

type WaysOf<K extends TellingKind> = (typeof TELLING_KINDS)[K]["sends"][number];

/** The telling of one kind, held to the ways that it has. */
export type TellingOf<E extends EventDefinition, K extends TellingKind> = {
  kind: K;
  event: E;
  tell(
    ctx: SchoolContext,
    event: OwedEvent<E>,
    onlyPersonId?: string,
  ): Promise<ToldVia<WaysOf<K>>[]>;
};

/** The words of a mail, for the app: its subject, what a mail program shows beside it, and a way on. */
export function noticeOf({ subject, content }: ComposedMail, path: string | null): NoticeWords {
  return { title: subject, body: content.preview, path };
}
