import { FoldedRecordForm } from "@/components/record-form/record-fields-form";
import { ActionForm } from "@/components/scheduling/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { SaveAction, SchoolAction } from "@/lib/action";
import type { FamilyView } from "@/lib/people/get-family";
import { contactShown, guardianShown } from "@/lib/people/shown-person";
import { ContactForm } from "./contact-form";
import { ContactLines } from "./contact-lines";
import { GUARDIAN_KINDS } from "./guardian-kinds";
import { InviteButton } from "./invite-button";
import { SignInBadge } from "./sign-in-badge";

export type GuardianActions = Readonly<
  Record<"invite" | "remove" | "makeStudent", SchoolAction> &
    Record<"saveContact" | "changeKind", SaveAction>
>;

type GuardianCardProps = {
  familyId: string;
  guardian: FamilyView["guardians"][number];
  actions: GuardianActions;
};

const KIND_FIELDS = [
  {
    ...{ name: "kind", label: "Is" },
    options: Object.entries(GUARDIAN_KINDS).map(([value, { label, hint }]) => ({
      value,
      label: `${label}: ${hint}`,
    })),
  },
];

/** One guardian: how to reach them, whether they sign in, and what can be changed. */
export function GuardianCard({ familyId, guardian, actions }: GuardianCardProps) {
  const { personId, name, kind, contact, signIn, isStudent } = guardian;
  const ids = { familyId, personId };
  return (
    <Card as="li" headingLevel={3} title={name} aside={<Badge>{GUARDIAN_KINDS[kind].label}</Badge>}>
      <div className="grid gap-3">
        <ContactLines email={contact.email} phone={contact.phone} />
        {kind === "EMERGENCY" ? null : (
          <div className="flex flex-wrap items-start gap-x-3">
            <SignInBadge state={signIn} />
            <InviteButton
              action={actions.invite}
              {...{ personId, name }}
              email={contact.email}
              state={signIn}
            />
          </div>
        )}
        <div className="-mx-4 -mb-2">
          <ContactForm
            summary="Change contact data"
            action={actions.saveContact}
            fields={{ personId }}
            shown={contactShown(contact)}
            submit="Save contact data"
          />
          {kind === "PRIMARY" ? null : (
            <FoldedRecordForm
              summary="Change what they are here"
              action={actions.changeKind}
              hidden={ids}
              shown={guardianShown({ kind })}
              fields={KIND_FIELDS}
              submit="Change"
            />
          )}
          {isStudent && kind === "PRIMARY" ? null : (
            <Disclosure summary="More">
              <div className="flex flex-wrap gap-3">
                {isStudent ? null : (
                  <ActionForm
                    action={actions.makeStudent}
                    fields={ids}
                    submit="Add as a student too"
                  />
                )}
                {kind === "PRIMARY" ? null : (
                  <ActionForm
                    action={actions.remove}
                    fields={ids}
                    variant="danger"
                    submit="Remove from the family"
                  />
                )}
              </div>
            </Disclosure>
          )}
        </div>
      </div>
    </Card>
  );
}
