"use client";

import { ChevronRight } from "lucide-react";
import { useActionState } from "react";
import { classNames } from "@/components/ui/class-names";
import { FormMessage } from "@/components/ui/form-message";
import { Icon } from "@/components/ui/icon";
import type { SchoolAction } from "@/lib/action";
import type { ListedNotice } from "@/lib/notifications/notices/list-notices";

type NoticeButtonProps = {
  notice: ListedNotice;
  /** On the school's clock. */
  time: string;
  open: SchoolAction;
};

/** One notice; pressing it marks it as read and leads to what it is about. */
export function NoticeButton({ notice, time, open }: NoticeButtonProps) {
  const [state, send] = useActionState(open, { status: "idle" });
  const { id, title, body, read, leadsOn } = notice;
  return (
    <form action={send} className="grid gap-2">
      <input type="hidden" name="noticeId" value={id} />
      <button
        type="submit"
        className={classNames(
          "flex min-h-13 w-full items-center gap-3 rounded-card border-l-8 px-4 py-3 text-left hover:bg-surface-sunken",
          read ? "border-transparent bg-surface-raised" : "border-primary-strong bg-primary-soft",
        )}
      >
        <span className="grid min-w-0 grow gap-0.5">
          <span className="flex items-center gap-2 text-sm text-ink-soft tabular-nums">
            {read ? null : <NewMark />}
            {time}
          </span>
          <span className={read ? undefined : "font-bold"}>{title}</span>
          <span className="text-sm text-ink-soft">{body}</span>
        </span>
        {leadsOn ? <Icon icon={ChevronRight} className="text-ink-soft" /> : null}
      </button>
      <FormMessage state={state} />
    </form>
  );
}

function NewMark() {
  return (
    <span className="rounded-full bg-primary-strong px-2 py-0.5 text-xs font-bold text-primary-strong-ink">
      New
    </span>
  );
}
