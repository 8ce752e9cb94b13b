"use client";

import { QueryClient, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useRef, useState, type ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Spinner } from "@/components/ui/spinner";
import {
  calendarQuery,
  PHONE_DAYS,
  readCalendarAddress,
  visibleRange,
  type CalendarAddress,
  type GridView,
} from "@/lib/scheduling/calendar-address";
import type { CalendarResource } from "@/lib/scheduling/calendar-resource";
import { CalendarFilters } from "./calendar-filters";
import { rangeUrl, type CalendarSetting } from "./calendar-setting";
import { CalendarToolbar } from "./calendar-toolbar";
import { CrowdedRange, isCrowded, isFull } from "./crowded-range";
import { KindLegend } from "./kind-legend";
import { LessonDialog } from "./lesson-dialog";
import { readJson } from "./read-json";
import { useWide } from "./use-wide";

const Grid = dynamic(async () => (await import("./calendar-grid")).CalendarGrid, {
  ssr: false,
  loading: () => <Waiting />,
});

type CalendarScreenProps = {
  setting: CalendarSetting;
  /** What a phone shows when the address asks for no view. */
  list?: ReactNode;
};

/** The calendar as a grid; what it shows stands in the address, and only that is read. */
export function CalendarScreen({ setting, list }: CalendarScreenProps) {
  const params = useSearchParams();
  const wide = useWide();
  const address = readCalendarAddress((name) => params.get(name), setting.today);
  const { view } = address;
  const asksForList = view === "list" || (view === null && setting.listFirst && wide === false);
  const listed = list !== undefined && view === null;
  return (
    <>
      {listed ? <div className="md:hidden md:noscript:block print:block">{list}</div> : null}
      <div className={listed ? "max-md:hidden noscript:hidden print:hidden" : undefined}>
        {asksForList || wide === null ? (
          <Waiting />
        ) : (
          <GridScreen {...{ setting, wide, address }} view={view ?? (wide ? "week" : "day")} />
        )}
      </div>
    </>
  );
}

type GridScreenProps = {
  setting: CalendarSetting;
  address: CalendarAddress;
  view: GridView;
  wide: boolean;
};

function GridScreen({ setting, address, view, wide }: GridScreenProps) {
  const [client] = useState(() => new QueryClient());
  const shownDays = { view, date: address.date, onPhone: !wide };
  const range = visibleRange(shownDays, setting.school.weekStart);
  const { calendar, known, failed, retry } = useCalendar(client, rangeUrl(setting, address, range));
  const pushed = useRef(false);
  const hrefOf = (to: CalendarAddress) =>
    `${setting.path}${calendarQuery({ ...to, view: to.view ?? view })}`;
  const go = (to: CalendarAddress) => window.history.pushState(null, "", hrefOf(to));
  const open = (entry: string) => {
    pushed.current = true;
    go({ ...address, entry });
  };
  const close = () => {
    // Back is where the details were opened, unless they came with the address.
    if (pushed.current) window.history.back();
    else window.history.replaceState(null, "", hrefOf({ ...address, entry: null }));
    pushed.current = false;
  };
  const opened = address.entry;
  const shown = calendar ?? { ...(known ?? NOTHING), entries: [], closures: [] };
  const crowded = view !== "day" && isCrowded(shown);
  return (
    <>
      <CalendarToolbar {...{ setting, address, view, range, go }} weeks={calendar?.weeks ?? null} />
      <CalendarFilters {...{ setting, address, go }} lists={known ?? NOTHING} />
      {failed ? (
        <Alert
          tone="warning"
          className="mb-4"
          title="The lessons could not be loaded"
          actions={<Button onClick={retry}>Try again</Button>}
        >
          {calendar ? "What you see may be out of date." : "Perhaps you are offline."}
        </Alert>
      ) : null}
      {view === "week" && isFull(shown) ? (
        <p className="mb-3 text-ink-soft">
          Choose a teacher, room or course to see each lesson in full.
        </p>
      ) : null}
      {crowded ? (
        <CrowdedRange
          {...{ setting, range }}
          calendar={shown}
          hrefOf={(date) => hrefOf({ ...address, view: "day", date })}
          onDay={(date) => go({ ...address, view: "day", date })}
        />
      ) : known === null ? null : (
        <div aria-busy={calendar === null && !failed}>
          <Grid
            {...{ setting, view }}
            date={address.date}
            calendar={shown}
            frame={known}
            narrow={!wide}
            onOpen={open}
            onDay={(date) => go({ ...address, view: "day", date })}
          />
        </div>
      )}
      {calendar === null && !failed ? <Waiting /> : null}
      {calendar?.entries.length === 0 ? <Nothing {...{ setting, view, address, wide }} /> : null}
      <KindLegend kinds={shown.entries.map(({ kind }) => kind)} />
      {opened === null ? null : (
        <LessonDialog key={opened} {...{ setting, client }} entry={opened} onClose={close} />
      )}
    </>
  );
}

const NOTHING: CalendarResource = {
  ...({ from: "", until: "" } as Pick<CalendarResource, "from" | "until">),
  ...{ entries: [], closures: [], weeks: [], placeholderText: "" },
  ...{ teachers: [], rooms: [], locations: [], courses: [], students: [] },
};

/**
 * What is known of the range; while another one is on its way, the names and the hours that the last
 * one had. A grid that is drawn before its first answer would move when that comes.
 */
function useCalendar(client: QueryClient, url: string) {
  const { data, isError, refetch } = useQuery(
    {
      queryKey: [url],
      queryFn: ({ signal }) => readJson<CalendarResource>(url, signal),
      staleTime: 15_000,
      retry: 1,
    },
    client,
  );
  const [known, setKnown] = useState<CalendarResource | null>(null);
  if (data !== undefined && data !== known) setKnown(data);
  return {
    calendar: data ?? null,
    known: data ?? known,
    failed: isError,
    retry: () => void refetch(),
  };
}

function Waiting() {
  return (
    <p role="status" className="flex items-center gap-3 py-6 text-ink-soft">
      <Spinner />
      Loading the lessons ...
    </p>
  );
}

function Nothing({ setting, view, address, wide }: GridScreenProps) {
  const filtered = Object.keys(address.filters).length > 0;
  const days = view === "week" && !wide ? `these ${PHONE_DAYS} days` : `this ${view}`;
  const title = view === "day" ? "No lessons on this day" : `No lessons in ${days}`;
  return (
    <div className="mt-4">
      <EmptyState character="floyd" title={title}>
        {filtered
          ? "Nothing fits what you chose above. Show all to see the rest."
          : setting.bothOwners && !address.everybody
            ? "Look at the whole school, or at other days."
            : "Look at other days."}
      </EmptyState>
    </div>
  );
}
