import { ActionForm } from "@/components/scheduling/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField } from "@/components/ui/select-field";
import type { SchoolAction } from "@/lib/action";
import type { FamilyView } from "@/lib/people/get-family";
import { ContactLines } from "./contact-lines";
import { GUARDIAN_KINDS } from "./guardian-kinds";
import { InviteButton } from "./invite-button";
import { PersonForm } from "./person-form";
import { SignInBadge } from "./sign-in-badge";

export type GuardianActions = Readonly<
  Record<"saveContact" | "invite" | "changeKind" | "remove" | "makeStudent", SchoolAction>
>;

type GuardianCardProps = {
  familyId: string;
  guardian: FamilyView["guardians"][number];
  actions: GuardianActions;
};

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
          <Disclosure summary="Change">
            <div className="grid gap-6">
              <PersonForm
                action={actions.saveContact}
                fields={{ personId }}
                contact={contact}
                submit="Save contact data"
              />
              {kind === "PRIMARY" ? null : (
                <ActionForm
                  action={actions.changeKind}
                  fields={ids}
                  submit="Change"
                  className="grid gap-3"
                >
                  <SelectField
                    label="Is"
                    name="kind"
                    defaultValue={kind}
                    options={Object.entries(GUARDIAN_KINDS).map(([value, { label, hint }]) => ({
                      value,
                      label: `${label}: ${hint}`,
                    }))}
                  />
                </ActionForm>
              )}
              <div className="flex flex-wrap gap-3">
                {isStudent ? null : (
                  <ActionForm action={actions.makeStudent} fields={ids} submit="Learns here too" />
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
            </div>
          </Disclosure>
        </div>
      </div>
    </Card>
  );
}
