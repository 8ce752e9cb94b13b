import { ButtonLink } from "../ui/button-link";

type Area = "admin" | "teach" | "family" | "student";

type SchoolChooserProps = {
  schools: readonly { slug: string; name: string; areas: readonly Area[] }[];
};

const AREA_NAMES: Record<Area, string> = {
  admin: "Run the school",
  teach: "Teach",
  family: "My family",
  student: "My lessons",
};

/** Every school of a person, with the ways into it. */
export function SchoolChooser({ schools }: SchoolChooserProps) {
  if (schools.length === 0) {
    return (
      <p>
        Your sign-in belongs to no school at the moment. Ask your school for an invitation: it comes
        by mail with a link.
      </p>
    );
  }
  return (
    <ul className="grid gap-3">
      {schools.map((school) => (
        <li key={school.slug} className="grid gap-3 rounded-card bg-surface-sunken p-4">
          <h2 className="text-xl">{school.name}</h2>
          <div className="flex flex-wrap gap-2">
            {school.areas.map((area, index) => (
              <ButtonLink
                key={area}
                href={`/${school.slug}/${area}`}
                variant={index === 0 ? "primary" : "quiet"}
                className="grow"
                aria-label={`${AREA_NAMES[area]}: ${school.name}`}
              >
                {AREA_NAMES[area]}
              </ButtonLink>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
