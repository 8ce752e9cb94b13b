"use client";

import { createContext, useContext, useId, useMemo, useState, type ReactNode } from "react";

type Latest = { form: string | null; sent: (form: string) => void };

const LatestForm = createContext<Latest | null>(null);

/** Around several forms: what became of one is shown until another of them is sent. */
export function LatestAnswer({ children }: { children: ReactNode }) {
  const [form, sent] = useState<string | null>(null);
  const latest = useMemo(() => ({ form, sent }), [form]);
  return <LatestForm value={latest}>{children}</LatestForm>;
}

/** For one form: call `sent` when it is sent; `isOld` once another of them was. */
export function useLatestAnswer(): { sent: () => void; isOld: boolean } {
  const id = useId();
  const latest = useContext(LatestForm);
  return {
    sent: () => latest?.sent(id),
    isOld: latest !== null && latest.form !== null && latest.form !== id,
  };
}
