"use client";

import { useQuery, type QueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { LessonDetailsResource } from "@/lib/scheduling/calendar-resource";
import { detailsUrl, type CalendarSetting } from "./calendar-setting";
import { readJson } from "./read-json";
import { LessonCard } from "./lesson-card";

type LessonDialogProps = {
  setting: CalendarSetting;
  client: QueryClient;
  entry: string;
  onClose: () => void;
};

const TITLE_ID = "lesson-title";

/** The details of one entry over the calendar; the focus stays in it, and goes back where it was. */
export function LessonDialog({ setting, client, entry, onClose }: LessonDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const url = detailsUrl(setting, entry);
  const { data, error, refetch } = useQuery(
    {
      queryKey: [url],
      queryFn: ({ signal }) => readJson<LessonDetailsResource>(url, signal),
      retry: false,
    },
    client,
  );

  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      // The calendar may have drawn the entry anew in the meantime.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={TITLE_ID}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
      className="m-auto max-h-[85dvh] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-card border-2 border-line-strong bg-surface-raised p-0 text-ink backdrop:bg-black/50"
    >
      <div className="grid gap-4 p-5">
        <div className="flex items-start justify-between gap-4">
          <h2 id={TITLE_ID} className="text-2xl">
            {data?.course.name ?? "Lesson"}
          </h2>
          <Button aria-label="Close" onClick={() => dialog.current?.close()} className="-mt-1 px-2">
            <Icon icon={X} />
          </Button>
        </div>
        {data === undefined ? null : <LessonCard setting={setting} details={data} />}
        {data === undefined && error === null ? <p role="status">One moment ...</p> : null}
        {error === null ? null : (
          <Alert
            tone="warning"
            title="This lesson could not be shown"
            actions={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            Perhaps it was cancelled or moved, or you are offline.
          </Alert>
        )}
      </div>
    </dialog>
  );
}
