import { TextLink } from "../ui/text-link";

/** Whom to ask, and what becomes of people's details: for whoever has not signed in. */
export function VisitorFoot({ contactEmail }: { contactEmail: string | null }) {
  return (
    <footer className="grid gap-2 text-sm text-ink-soft">
      <p>
        Questions? Ask your music school: it invites people and keeps their details.
        {contactEmail === null ? null : (
          <>
            {" "}
            About this site, write to{" "}
            <TextLink href={`mailto:${contactEmail}`}>{contactEmail}</TextLink>.
          </>
        )}
      </p>
      <p>
        Privacy: each school sees its own people alone. Cookies are set for signing in and for what
        the pages do, none for advertising or to follow anybody.
      </p>
    </footer>
  );
}
