import { SchoolMark } from "../shell/school-mark";
import { CONTENT_ID, SkipLink } from "../shell/skip-link";
import { VisitorFoot } from "../shell/visitor-foot";
import { ButtonLink } from "../ui/button-link";
import { Character, type CharacterName } from "../ui/characters/character";

const AGES: readonly { name: CharacterName; block: string; title: string; text: string }[] = [
  { name: "alice", block: "bg-[var(--coral)]", title: "First songs", text: "Pre-school groups" },
  { name: "steve", block: "bg-[var(--yellow)]", title: "First lessons", text: "6 to 11" },
  { name: "liam", block: "bg-[var(--blue)]", title: "First bands", text: "12 to 17" },
  { name: "floyd", block: "bg-[var(--mint)]", title: "Never too late", text: "Adults" },
];

type LandingProps = { signedIn: boolean; contactEmail: string | null };

/** What this is, in one screen. */
export function Landing({ signedIn, contactEmail }: LandingProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between gap-4 px-4 pt-6">
        <SchoolMark name="Music 'n Me" logoUrl={null} />
        {signedIn ? null : (
          <ButtonLink href="/sign-in" className="shrink-0">
            Sign in
          </ButtonLink>
        )}
      </header>
      <main
        id={CONTENT_ID}
        tabIndex={-1}
        className="mx-auto grid w-full max-w-5xl grow content-center gap-10 px-4 py-10 outline-none"
      >
        <div className="grid max-w-2xl gap-4">
          <h1 className="text-4xl sm:text-6xl">Less texting. More music.</h1>
          <p className="text-lg text-ink-soft sm:text-xl">
            One friendly place for your music school: everybody’s lessons in one schedule, and
            individual lessons that families book themselves, in a minute, on the phone.
          </p>
          <div className="mt-2 flex flex-wrap gap-3">
            <ButtonLink href="/schools" variant="accent" size="lg" className="grow sm:grow-0">
              {signedIn ? "Go to my school" : "Sign in to my school"}
            </ButtonLink>
          </div>
        </div>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {AGES.map(({ name, block, title, text }) => (
            <li
              key={name}
              className={`grid justify-items-center gap-1 rounded-card px-3 pt-5 pb-4 text-center text-accent-ink ${block}`}
            >
              <Character name={name} className="size-24 sm:size-32" />
              <span className="font-display text-xl leading-tight font-bold">{title}</span>
              <span className="text-sm">{text}</span>
            </li>
          ))}
        </ul>
        <p className="max-w-2xl text-ink-soft">
          New here? Your school sends you an invitation by mail. Open it, choose a password, and you
          are in.
        </p>
      </main>
      <div className="mx-auto w-full max-w-5xl px-4 pb-8">
        <div className="max-w-2xl">
          <VisitorFoot contactEmail={contactEmail} />
        </div>
      </div>
    </div>
  );
}
