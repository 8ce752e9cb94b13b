"use client";

import { useActionState } from "react";
import { formValues } from "@/components/scheduling/form-values";
import { DateField, DateTimeField } from "@/components/ui/date-field";
import { FormMessage } from "@/components/ui/form-message";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";
import type { EnrolmentChoice } from "@/lib/scheduling/list-enrolment-choices";

type EnrolFormProps = {
  action: SchoolAction;
  studentId: string;
  choices: readonly EnrolmentChoice[];
  today: string;
};

/** Puts a student into a course from a day on. */
export function EnrolForm({ action, studentId, choices, today }: EnrolFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const { value, error } = formValues(state);
  return (
    <form action={send} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="studentId" value={studentId} />
      <SelectField
        label="Course"
        name="courseId"
        placeholder="Choose a course"
        defaultValue={value("courseId")}
        error={error("courseId")}
        options={choices.map(({ courseId, name, termName, places }) => ({
          value: courseId,
          label: `${name}, ${termName} (${places.taken} of ${places.capacity})`,
          disabled: places.taken >= places.capacity,
        }))}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-1">
        <DateField
          label="From"
          name="startsOn"
          defaultValue={value("startsOn", today)}
          error={error("startsOn")}
        />
        <DateField
          label="To"
          name="endsOn"
          optional
          hint="Leave empty: to the end of the course."
          defaultValue={value("endsOn")}
          error={error("endsOn")}
        />
      </div>
      <DateTimeField
        label="May book until"
        name="bookUntil"
        optional
        hint="For who joins a hybrid course after its booking window closed."
        defaultValue={value("bookUntil")}
        error={error("bookUntil")}
      />
      <SubmitButton pendingText="Enrolling…" className="justify-self-start">
        Enrol
      </SubmitButton>
    </form>
  );
}
