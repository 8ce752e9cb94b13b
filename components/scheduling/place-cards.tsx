import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { SchoolAction } from "@/lib/action";
import { ActionForm } from "./action-form";
import { FieldsForm, type FormField } from "./fields-form";

export type Place = {
  id: string;
  name: string;
  note: string;
  archived: boolean;
  /** What can be changed, with what stands there now. */
  fields: readonly FormField[];
};

type PlaceCardProps = {
  title: string;
  /** The name of the field that says which one. */
  idField: string;
  places: readonly Place[];
  change: SchoolAction;
  /** Left out for what is never archived. */
  archive?: SchoolAction;
  /** The form that adds one. */
  children: ReactNode;
};

/** One kind of the set-up: each opens in place to be changed or archived, and one can be added. */
export function PlaceCard(props: PlaceCardProps) {
  const { title, places, children } = props;
  const present = places.filter(({ archived }) => !archived);
  const archived = places.filter((place) => place.archived);
  return (
    <Card as="section" title={title}>
      {present.length === 0 ? <p className="mb-4 text-ink-soft">None yet.</p> : null}
      <ul className="-mx-4 mb-5 grid">
        {present.map((place) => (
          <li key={place.id} className="border-line not-last:border-b">
            <PresentPlace {...props} place={place} />
          </li>
        ))}
      </ul>
      {children}
      {archived.length > 0 ? <ArchivedPlaces {...props} archived={archived} /> : null}
    </Card>
  );
}

type PresentPlaceProps = PlaceCardProps & { place: Place };

function PresentPlace({ place, idField, change, archive }: PresentPlaceProps) {
  const hidden = { [idField]: place.id };
  return (
    <Disclosure
      summary={
        <>
          {place.name} <span className="block text-sm font-normal text-ink-soft">{place.note}</span>
        </>
      }
    >
      <div className="grid gap-4">
        <FieldsForm
          action={change}
          hidden={hidden}
          fields={place.fields}
          submit="Save"
          pendingText="Saving…"
        />
        {archive ? (
          <ActionForm
            action={archive}
            fields={{ ...hidden, archived: "yes" }}
            submit={
              <>
                Archive<span className="sr-only"> {place.name}</span>
              </>
            }
          />
        ) : null}
      </div>
    </Disclosure>
  );
}

type ArchivedPlacesProps = PlaceCardProps & { archived: readonly Place[] };

function ArchivedPlaces({ archived, idField, archive }: ArchivedPlacesProps) {
  if (archive === undefined) return null;
  return (
    <div className="-mx-4 mt-4">
      <Disclosure summary={`Archived (${archived.length})`}>
        <ul className="grid gap-3">
          {archived.map(({ id, name, note }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {name} <span className="block text-sm text-ink-soft">{note}</span>
              </span>
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
      </Disclosure>
    </div>
  );
}
