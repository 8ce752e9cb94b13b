/** " on 02 1234 5678", to be pressed on a phone. */
export function CallLink({ phone }: { phone: string }) {
  return (
    <>
      {" on "}
      <a
        href={`tel:${phone.replace(/[^+\d]/g, "")}`}
        className="inline-flex min-h-11 items-center font-bold text-primary-strong underline underline-offset-4"
      >
        {phone}
      </a>
    </>
  );
}
