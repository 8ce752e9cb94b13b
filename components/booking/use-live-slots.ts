"use client";

import { QueryClient, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Day } from "@/lib/time/day";
import { parseInstant } from "@/lib/time/instant";
import { slotView, type SchoolClock, type SlotView } from "./lesson-words";

const EVERY_MS = 1_500;

type SlotsAnswer = {
  slots: { startsAt: string; day: string; besideSibling: string | null }[];
};

type Known = { etag: string | null; slots: SlotView[] };

/**
 * The free starts as they are now, asked for every second and a half while the page is looked at; null
 * until the first answer. An unchanged answer costs the server one version read.
 */
export function useLiveSlots(url: string, clock: SchoolClock): SlotView[] | null {
  const [client] = useState(() => new QueryClient());
  const known = useRef<Known | null>(null);
  const { data } = useQuery(
    {
      queryKey: [url],
      queryFn: async ({ signal }) => {
        known.current = await readSlots({ url, clock, signal }, known.current);
        return known.current.slots;
      },
      refetchInterval: (query) => (query.state.error instanceof GoneError ? false : EVERY_MS),
      refetchOnWindowFocus: "always",
      retry: false,
    },
    client,
  );
  return data ?? null;
}

/** Signed out, or the enrolment is no longer there: asking again helps nobody. */
class GoneError extends Error {}

type Asking = { url: string; clock: SchoolClock; signal: AbortSignal };

async function readSlots({ url, clock, signal }: Asking, known: Known | null): Promise<Known> {
  const headers: HeadersInit = known?.etag ? { "If-None-Match": known.etag } : {};
  const response = await fetch(url, { headers, signal, cache: "no-store" });
  if (response.status === 304 && known !== null) return known;
  if (response.status === 401 || response.status === 404) throw new GoneError("gone");
  if (!response.ok) throw new Error("slots could not be read");
  const answer = (await response.json()) as SlotsAnswer;
  return {
    etag: response.headers.get("etag"),
    slots: answer.slots.flatMap(({ startsAt: iso, day, besideSibling }) => {
      const startsAt = parseInstant(iso);
      return startsAt === null
        ? []
        : [slotView(clock, { startsAt, day: day as Day, besideSibling })];
    }),
  };
}
