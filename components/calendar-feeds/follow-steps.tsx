import { Disclosure } from "@/components/ui/disclosure";

const PROGRAMS: readonly { name: string; steps: readonly string[]; lag: string }[] = [
  {
    name: "Google Calendar",
    steps: [
      "Copy the address, then open calendar.google.com on a computer.",
      "Beside “Other calendars” press +, then “From URL”.",
      "Paste the address and press “Add calendar”. Your phone shows it too.",
    ],
    lag: "Google looks for changes about once or twice a day.",
  },
  {
    name: "Apple Calendar (iPhone, iPad, Mac)",
    steps: [
      "Press “Add to my calendar” above and confirm.",
      "Or on a Mac: File, “New Calendar Subscription”, paste the address.",
      "Under “Auto-refresh” choose “Every hour”.",
    ],
    lag: "Apple looks as often as you choose there.",
  },
  {
    name: "Outlook",
    steps: [
      "Copy the address, then open the calendar on outlook.com.",
      "Press “Add calendar”, then “Subscribe from web”.",
      "Paste the address, give it a name and press “Import”.",
    ],
    lag: "Outlook looks every few hours, sometimes only once a day.",
  },
];

/** How the usual programs take an address. */
export function FollowSteps() {
  return (
    <section aria-labelledby="follow-steps" className="grid gap-3">
      <h2 id="follow-steps" className="text-2xl">
        How to add it
      </h2>
      {PROGRAMS.map(({ name, steps, lag }) => (
        <Disclosure key={name} summary={name}>
          <ol className="grid list-decimal gap-1 pl-6">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="mt-2 text-sm text-ink-soft">{lag}</p>
        </Disclosure>
      ))}
    </section>
  );
}
