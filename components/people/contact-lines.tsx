import { Mail, Phone } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { phoneHref } from "@/lib/values/phone-number";
import { mailHref } from "@/lib/values/email-address";

type ContactLinesProps = { email: string | null; phone: string | null };

/** Phone and email as links. */
export function ContactLines({ email, phone }: ContactLinesProps) {
  if (email === null && phone === null) return <p className="text-ink-soft">No contact data</p>;
  return (
    <ul className="grid gap-1">
      {phone === null ? null : (
        <li className="flex min-h-8 items-center gap-2">
          <Icon icon={Phone} label="Phone" className="size-4 text-ink-soft" />
          <TextLink href={phoneHref(phone)}>{phone}</TextLink>
        </li>
      )}
      {email === null ? null : (
        <li className="flex min-h-8 items-center gap-2">
          <Icon icon={Mail} label="Email" className="size-4 text-ink-soft" />
          <TextLink href={mailHref(email)} className="min-w-0 break-all">
            {email}
          </TextLink>
        </li>
      )}
    </ul>
  );
}
