import { BellRing } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { Notified, NotifiedParty } from "@/lib/notifications/tellings/notified";
import { BAR_WORDS, howManyText } from "@/lib/notifications/tellings/notified-words";

type WhoIsNotifiedProps = {
  notified: Notified;
  /** "/musicnme/admin" */
  base: string;
};

const PAGES: Partial<Record<NotifiedParty["role"], string>> = {
  PARENT: "families",
  TEACHER: "teachers",
  STUDENT: "students",
};

/** How many will be notified by what stands beside it, and who cannot be, each with a way on. */
export function WhoIsNotified({ notified, base }: WhoIsNotifiedProps) {
  const { appOnly, withoutSignIn, unreachable } = notified;
  return (
    <div className="flex gap-3 rounded-card bg-surface-sunken p-4 print:hidden">
      <Icon icon={BellRing} className="mt-0.5 size-6 text-ink-soft" />
      <div className="grid min-w-0 grow gap-3">
        <p className="font-bold">{howManyText(notified)}</p>
        {appOnly.length === 0 ? null : (
          <Named title="In the app only:" parties={appOnly} base={base}>
            {({ why }) => <span className="text-ink-soft"> ({BAR_WORDS[why]})</span>}
          </Named>
        )}
        {withoutSignIn.length === 0 ? null : (
          <Named title="Without sign-in. Invite them or call:" parties={withoutSignIn} base={base}>
            {({ phone }) => <Phone phone={phone} />}
          </Named>
        )}
        {unreachable.length === 0 ? null : (
          <Named title="Not notified. Call:" parties={unreachable} base={base}>
            {({ why, phone }) => (
              <>
                <span className="text-ink-soft"> ({BAR_WORDS[why]})</span>
                <Phone phone={phone} />
              </>
            )}
          </Named>
        )}
      </div>
    </div>
  );
}

type NamedProps<P> = {
  title: string;
  parties: readonly P[];
  base: string;
  children: (party: P) => ReactNode;
};

function Named<P extends NotifiedParty>({ title, parties, base, children }: NamedProps<P>) {
  return (
    <div>
      <p>{title}</p>
      <ul className="grid max-h-64 overflow-y-auto" tabIndex={0} aria-label={title}>
        {parties.map((party) => (
          <li key={`${party.role} ${party.id}`} className="min-h-11 content-center wrap-anywhere">
            <PartyName party={party} base={base} />
            {children(party)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PartyName({ party, base }: { party: NotifiedParty; base: string }) {
  const page = PAGES[party.role];
  if (page === undefined) return party.name;
  return <TextLink href={`${base}/people/${page}/${party.id}`}>{party.name}</TextLink>;
}

function Phone({ phone }: { phone: string | null }) {
  if (phone === null) return <span className="text-ink-soft">, no phone number</span>;
  return (
    <>
      {", "}
      <a
        href={`tel:${phone.replace(/[^+\d]/g, "")}`}
        className="inline-flex min-h-11 items-center font-bold text-primary-strong underline underline-offset-4"
      >
        {phone}
      </a>
    </>
  );
}
