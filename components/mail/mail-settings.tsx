import { PageHeader } from "@/components/ui/page-header";
import type { SchoolAction } from "@/lib/action";
import type { MailPreferences } from "@/lib/notifications/choices/get-mail-preferences";
import { MailSettingsForm } from "./mail-settings-form";

type MailSettingsProps = {
  /** The school's name. */
  school: string;
  action: SchoolAction;
  preferences: MailPreferences;
};

/** One person's choice of mail from one school. */
export function MailSettings({ school, action, preferences }: MailSettingsProps) {
  return (
    <>
      <PageHeader title="Email settings" lead={`What ${school} sends you.`} />
      <MailSettingsForm action={action} preferences={preferences} />
    </>
  );
}
