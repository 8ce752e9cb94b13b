"use client";

import FullCalendar, {
  type CalendarRef,
  type EventDisplayInfo,
  type MoreLinkAction,
} from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import classicTheme from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { classNames } from "@/components/ui/class-names";
import { PHONE_DAYS, type GridView } from "@/lib/scheduling/calendar-address";
import type { CalendarResource, EntryResource } from "@/lib/scheduling/calendar-resource";
import { dayAt } from "@/lib/time/zone";
import type { Day } from "@/lib/time/day";
import { instantFromDate } from "@/lib/time/instant";
import { gridEvents, hoursOf } from "./calendar-events";
import { GRID_NAMES, type CalendarSetting } from "./calendar-setting";
import { KindMark } from "./kind-marks";
import "./calendar-grid.css";

const PLUGINS = [dayGridPlugin, timeGridPlugin, interactionPlugin, classicTheme];
const TIME_FORMAT = {
  hour: "numeric",
  minute: "2-digit",
  meridiem: "short",
  omitZeroMinute: true,
} as const;
const VIEWS = { [GRID_NAMES.days]: { type: "timeGrid", duration: { days: PHONE_DAYS } } };
/** Side by side, before the rest stands behind "+ more": as many as leave room to read each. */
const SIDE_BY_SIDE = { wide: { day: 6, week: 2, month: 4 }, narrow: { day: 2, week: 1, month: 4 } };
/** More than these hidden at one place are shown on the page of their day. */
const MOST_IN_POPOVER = 8;

export type CalendarGridProps = {
  setting: CalendarSetting;
  view: GridView;
  date: Day;
  calendar: CalendarResource;
  /** Whose hours are shown: the range before, while this one is on its way. */
  frame: CalendarResource;
  narrow: boolean;
  onOpen: (entry: string) => void;
  onDay: (day: Day) => void;
};

/** A day, week or month of FullCalendar, in the school's zone whatever the browser's is. */
export function CalendarGrid(props: CalendarGridProps) {
  const { setting, view, date, calendar, frame, narrow, onOpen, onDay } = props;
  const { timeZone, locale, weekStart } = setting.school;
  const shown = useRef<CalendarRef>(null);
  const grid = useRef<HTMLDivElement>(null);
  const isLaidOut = useLaidOut(grid);
  const events = useMemo(() => gridEvents(calendar, setting.owner), [calendar, setting.owner]);
  const hours = useMemo(() => hoursOf(frame.entries, timeZone), [frame, timeZone]);
  const gridName = GRID_NAMES[view === "week" && narrow ? "days" : view];
  const dayOf = (moment: Date) => dayAt(instantFromDate(moment), timeZone);

  useEffect(() => {
    shown.current?.getApi().changeView(gridName, date);
  }, [gridName, date]);

  const showMore: MoreLinkAction = ({ date: day, hiddenSegs }) => {
    if (hiddenSegs.length <= MOST_IN_POPOVER || view === "day") return "popover";
    onDay(dayOf(day));
  };
  return (
    <div
      ref={grid}
      aria-busy={!isLaidOut}
      className={classNames("calendar-grid", !isLaidOut && "invisible")}
    >
      <FullCalendar
        ref={shown}
        plugins={PLUGINS}
        initialView={gridName}
        views={VIEWS}
        initialDate={date}
        {...{ timeZone, locale, events }}
        firstDay={weekStart % 7}
        headerToolbar={false}
        height="auto"
        fixedWeekCount={false}
        allDaySlot={frame.closures.length > 0}
        allDayText="Closed"
        slotMinTime={hours.from}
        slotMaxTime={hours.until}
        slotDuration="00:30:00"
        slotMinHeight={narrow ? 56 : 40}
        eventTimeFormat={TIME_FORMAT}
        slotEventOverlap={false}
        eventMaxStack={SIDE_BY_SIDE[narrow ? "narrow" : "wide"][view]}
        eventMinHeight={28}
        dayMaxEvents={4}
        eventDisplay="block"
        nowIndicator
        navLinks={view !== "day"}
        navLinkDayClick={(day) => onDay(dayOf(day))}
        moreLinkClick={showMore}
        eventClass={({ event }) => String(event.extendedProps["look"] ?? "")}
        eventContent={(info) => <EventContent info={info} narrow={narrow} />}
        eventClick={({ event }) => {
          if (event.extendedProps["entry"] !== undefined) onOpen(event.id);
        }}
      />
    </div>
  );
}

/** Frames in which nothing moves any more; FullCalendar measures itself and draws again. */
const STILL_FRAMES = 4;
const LONGEST_WAIT_MS = 1_000;

/** False while the grid still finds its size: it is shown once it stands, and does not move before people's eyes. */
function useLaidOut(grid: RefObject<HTMLElement | null>): boolean {
  const [isLaidOut, setLaidOut] = useState(false);
  useEffect(() => {
    const until = performance.now() + LONGEST_WAIT_MS;
    let [height, still, frame] = [-1, 0, 0];
    const look = () => {
      const now = grid.current?.offsetHeight ?? 0;
      still = now === height ? still + 1 : 0;
      height = now;
      if (still >= STILL_FRAMES || performance.now() > until) setLaidOut(true);
      else frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [grid]);
  return isLaidOut;
}

function EventContent({ info, narrow }: { info: EventDisplayInfo; narrow: boolean }) {
  const { event, timeText, view } = info;
  const entry = event.extendedProps["entry"] as EntryResource | undefined;
  if (entry === undefined) {
    return (
      <span title={event.title} className="px-1.5">
        {event.title}
      </span>
    );
  }
  const isLine = view.type === GRID_NAMES.month;
  const [second, where] = ["second", "where"].map((name) =>
    String(event.extendedProps[name] ?? ""),
  );
  const whole = [event.title, second, timeText, where].filter(Boolean).join(", ");
  return isLine ? (
    <span title={whole} className="entry-content entry-line">
      <KindMark kind={entry.kind} />
      {/* A phone's days are as wide as an icon. */}
      <span className={narrow ? "sr-only" : undefined}>{timeText}</span>
      <b className={narrow ? "sr-only" : undefined}>{event.title}</b>
    </span>
  ) : (
    <span title={whole} className="entry-content">
      <b>
        <KindMark kind={entry.kind} />
        {event.title}
      </b>
      <span>{second}</span>
      <span>{timeText}</span>
      <span>{where}</span>
    </span>
  );
}
