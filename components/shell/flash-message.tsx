import type { Flash, HappenedCode } from "@/lib/flash-cookie";
import { Alert, type AlertTone } from "../ui/alert";
import { ShownOnce } from "./shown-once";

export type FlashText = { tone: AlertTone; title: string; text?: string };

type FlashMessageProps = {
  flash: Flash | null;
  /** What this page says of what has happened to what it shows, as that stands now. */
  texts: { readonly [Code in HappenedCode]?: FlashText | null };
  className?: string;
};

/** What just happened, after a redirect: once, and nothing that is no longer so. */
export function FlashMessage({ flash, texts, className }: FlashMessageProps) {
  if (flash === null || !Object.hasOwn(texts, flash.code)) return null;
  const said = texts[flash.code];
  if (!said) return null;
  return (
    <ShownOnce key={flash.nonce} nonce={flash.nonce}>
      <Alert tone={said.tone} title={said.title} className={className}>
        {said.text}
      </Alert>
    </ShownOnce>
  );
}
