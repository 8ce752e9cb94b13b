"use client";

import { ChevronRight } from "lucide-react";
import { useActionState } from "react";
import { classNames } from "@/components/ui/class-names";
import { FormMessage } from "@/components/ui/form-message";
import { Icon } from "@/components/ui/icon";
import type { SchoolAction } from "@/lib/action";
import type { ListedNotice } from "@/lib/notifications/list-notices";

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
          <span className="flex items-baseline justify-between gap-3">
            <span className={classNames("min-w-0 break-words", !read && "font-bold")}>{title}</span>
            <span className="shrink-0 text-sm text-ink-soft tabular-nums">{time}</span>
          </span>
          <span className="text-sm break-words text-ink-soft">
            {read ? null : (
              <span className="mr-2 rounded-full bg-primary-strong px-2 py-0.5 text-xs font-bold text-primary-strong-ink">
                New
              </span>
            )}
            {body}
          </span>
        </span>
        {leadsOn ? <Icon icon={ChevronRight} className="text-ink-soft" /> : null}
      </button>
      <FormMessage state={state} />
    </form>
  );
}
