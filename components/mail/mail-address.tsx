/** An address, which a narrow screen breaks behind its "@" first. */
export function MailAddress({ email }: { email: string }) {
  const [local = "", ...domain] = email.split("@");
  return (
    <span className="wrap-anywhere">
      {local}@<wbr />
      {domain.join("@")}
    </span>
  );
}
