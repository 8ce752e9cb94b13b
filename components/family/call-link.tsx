import { phoneHref } from "@/lib/values/phone-number";

/** " on 02 1234 5678", to be pressed on a phone. */
export function CallLink({ phone }: { phone: string }) {
  return (
    <>
      {" on "}
      <a
        href={phoneHref(phone)}
        className="inline-flex min-h-11 items-center font-bold text-primary-strong underline underline-offset-4"
      >
        {phone}
      </a>
    </>
  );
}
