import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/action";

type Person = { id: string; name: string };

/**
 * Asks whether who was typed in is somebody the school knows, when the form was refused for that. They
 * stand after the form's own button, which is what Enter presses.
 */
export function SamePersonButtons({ state }: { state: ActionState }) {
  if (state.status !== "refused" || state.code !== "person-known") return null;
  const people = knownPeopleOf(state.details?.["people"]);
  return (
    <div className="flex flex-wrap gap-3">
      {people.map(({ id, name }) => (
        <SubmitButton key={id} name="same" value={id} pendingText="Saving…">
          It is {name}
        </SubmitButton>
      ))}
      <SubmitButton name="same" value="nobody" variant="quiet" pendingText="Saving…">
        It is somebody else
      </SubmitButton>
    </div>
  );
}

function knownPeopleOf(people: unknown): readonly Person[] {
  return Array.isArray(people) ? people.filter(isPerson) : [];
}

function isPerson(value: unknown): value is Person {
  if (typeof value !== "object" || value === null || !("id" in value) || !("name" in value)) {
    return false;
  }
  return typeof value.id === "string" && typeof value.name === "string";
}
