import type { CharacterName } from "@/components/ui/characters/character";
import type { JobsQuery } from "@/lib/notifications/jobs/list-owed-work";

export type JobTab = {
  state: JobsQuery["state"];
  label: string;
  /** Of its list. */
  title: string;
  /** What is sent again together; null where there is nothing to send again. */
  all: "failing" | "parked" | null;
  lastWord: string;
  empty: string;
  emptyText: string;
  character: CharacterName;
};

/** The views of the page, each with its address. */
export const TABS: readonly [JobTab, ...JobTab[]] = [
  {
    state: "failing",
    label: "Failing",
    title: "Jobs that fail",
    all: "failing",
    lastWord: "last",
    empty: "Nothing fails",
    emptyText: "All that was tried went well.",
    character: "steve",
  },
  {
    state: "waiting",
    label: "Waiting",
    title: "Jobs that wait",
    all: null,
    lastWord: "last",
    empty: "Nothing is waiting",
    emptyText: "All that is owed is done.",
    character: "liam",
  },
  {
    state: "parked",
    label: "Parked",
    title: "Jobs that cannot be processed",
    all: "parked",
    lastWord: "parked",
    empty: "Nothing is parked",
    emptyText: "Jobs that cannot be processed are listed here until they are tried again.",
    character: "floyd",
  },
  {
    state: "done",
    label: "Done",
    title: "Jobs that are done",
    all: null,
    lastWord: "done",
    empty: "Nothing is done yet",
    emptyText: "What happens at the school shows here with what was done about it.",
    character: "alice",
  },
];

/** The view that an address asks for; what fails comes first. */
export function tabOf(state: string | string[] | undefined): JobTab {
  return TABS.find((tab) => tab.state === state) ?? TABS[0];
}
