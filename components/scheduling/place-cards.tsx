import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { SaveAction, SchoolAction } from "@/lib/action";
import { ActionForm } from "./action-form";
import { PlaceEditor, type Place } from "./place-editor";

type PlaceCardProps = {
  title: string;
  /** The name of the field that says which one. */
  idField: string;
  places: readonly Place[];
  change: SaveAction;
  /** Left out for what is never archived. */
  archive?: SchoolAction;
  /** The form that adds one. */
  children: ReactNode;
};

/** One kind of the set-up: each opens in place to be changed or archived, and one can be added. */
export function PlaceCard(props: PlaceCardProps) {
  const { title, idField, places, change, archive = null, children } = props;
  const present = places.filter(({ archived }) => !archived);
  const archived = places.filter((place) => place.archived);
  return (
    <Card as="section" title={title}>
      {present.length === 0 ? <p className="mb-4 text-ink-soft">None yet.</p> : null}
      <ul className="-mx-4 mb-5 grid">
        {present.map((place) => (
          <li key={place.id} className="border-line not-last:border-b">
            <PlaceEditor {...{ place, idField, change, archive }} />
          </li>
        ))}
      </ul>
      <div className="border-t-2 border-line pt-5">
        <h3 className="mb-3 text-lg">{present.length === 0 ? "Add the first" : "Add another"}</h3>
        {children}
      </div>
      {archive !== null && archived.length > 0 ? (
        <ArchivedPlaces {...{ archived, idField, archive }} />
      ) : null}
    </Card>
  );
}

type ArchivedPlacesProps = { archived: readonly Place[]; idField: string; archive: SchoolAction };

function ArchivedPlaces({ archived, idField, archive }: ArchivedPlacesProps) {
  return (
    <section className="mt-6">
      <h3 className="mb-2 text-lg">Archived</h3>
      <ul className="grid gap-3">
        {archived.map(({ id, name, note }) => (
          <li key={id} className="grid gap-2">
            <p>
              {name} <span className="block text-sm text-ink-soft">{note}</span>
            </p>
            <ActionForm
              action={archive}
              fields={{ [idField]: id, archived: "no" }}
              submit={
                <>
                  Put back<span className="sr-only"> {name}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
