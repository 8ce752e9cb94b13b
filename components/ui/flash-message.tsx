import { Alert, type AlertTone } from "./alert";

export type FlashText = { tone: AlertTone; title: string; text?: string };

type FlashMessageProps = {
  /** From the address, so it only ever picks one of our own texts. */
  code: string | readonly string[] | undefined;
  texts: Readonly<Record<string, FlashText>>;
  className?: string;
};

/** What just happened, after a redirect. Unknown codes show nothing. */
export function FlashMessage({ code, texts, className }: FlashMessageProps) {
  if (typeof code !== "string" || !Object.hasOwn(texts, code)) return null;
  const flash = texts[code];
  if (flash === undefined) return null;
  return (
    <Alert tone={flash.tone} title={flash.title} className={className}>
      {flash.text}
    </Alert>
  );
}
