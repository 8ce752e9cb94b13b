"use client";

import { useRouter } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import type { ActionRefused } from "@/lib/action";
import type { PresentBooking } from "@/lib/booking/get-present-booking";
import { Alert } from "../ui/alert";
import { nameOf } from "./booking-history";
import { whenText, type SchoolClock } from "./lesson-words";

/** How a booking stands that was no longer what a confirmation had shown; null after any other refusal. */
export function presentOf(refused: ActionRefused | null): PresentBooking | null {
  return (refused?.details?.["present"] as PresentBooking | undefined) ?? null;
}

type ChangedBookingProps = {
  text: string;
  present: PresentBooking;
  clock: SchoolClock;
  /** A way on. */
  children?: ReactNode;
};

/** Somebody was faster: what the lesson is now and who made it so. The page around it is read again. */
export function ChangedBooking({ text, present, clock, children }: ChangedBookingProps) {
  const router = useRouter();
  useEffect(() => router.refresh(), [present, router]);
  return (
    <Alert tone="refusal" title={text} actions={children}>
      {changeText(clock, present)}
    </Alert>
  );
}

function changeText(clock: SchoolClock, { change, by, at, startsAt }: PresentBooking): string {
  const who = nameOf(by);
  const Who = who.charAt(0).toUpperCase() + who.slice(1);
  switch (change) {
    case "moved":
      return `${Who} moved it to ${whenText(clock, startsAt)} (on ${whenText(clock, at)}).`;
    case "cancelled":
      return `${Who} cancelled it on ${whenText(clock, at)}.`;
    case "booked":
      return `It is on ${whenText(clock, startsAt)} now.`;
  }
}
