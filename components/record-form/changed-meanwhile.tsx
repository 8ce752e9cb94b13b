import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { conflictingFields, type Conflict } from "./conflict";

export type FieldWord = {
  label: string;
  /** The value as a person reads it; the text itself where this is left out. */
  read?: ((value: string) => string) | undefined;
};
export type FieldWords = Readonly<Record<string, FieldWord>>;

type ChangedMeanwhileProps = {
  conflict: Conflict;
  words: FieldWords;
  typed: (field: string) => string;
};

/** What stands now beside what was typed; each can be taken over, and saving again puts one's own in its place. */
export function ChangedMeanwhile({ conflict, words, typed }: ChangedMeanwhileProps) {
  const fields = conflictingFields(conflict, typed);
  return (
    <Alert tone="refusal" title={`${conflict.change}, after you opened this page.`}>
      <p>
        {fields.length === 0
          ? "Your form shows those changes now. Nothing is saved yet: save what else you typed."
          : "What you typed is kept, and nothing of it is saved yet. Use the current values, or save again to replace them with yours."}
      </p>
      <dl className="mt-3 grid gap-3">
        {fields.map((field) => (
          <Difference
            key={field}
            field={field}
            word={words[field] ?? { label: field }}
            now={conflict.present[field] ?? ""}
            yours={typed(field)}
          />
        ))}
      </dl>
    </Alert>
  );
}

type DifferenceProps = { field: string; word: FieldWord; now: string; yours: string };

function Difference({ field, word, now, yours }: DifferenceProps) {
  const read = (value: string) => {
    const text = word.read ? word.read(value) : value;
    return text === "" ? "empty" : text;
  };
  return (
    <div className="grid gap-1 rounded-control bg-surface-raised p-3">
      <dt className="font-bold">{word.label}</dt>
      <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
        Now: <b>{read(now)}</b>
      </dd>
      <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
        Yours: <b>{read(yours)}</b>
      </dd>
      <dd className="mt-1">
        <SubmitButton name="take" value={field} variant="quiet" formNoValidate>
          Use current value<span className="sr-only"> for {word.label}</span>
        </SubmitButton>
      </dd>
    </div>
  );
}
