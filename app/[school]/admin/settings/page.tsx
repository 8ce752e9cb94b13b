import type { Metadata } from "next";
import { SettingsForm } from "@/components/people/settings-form";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getSchoolSettings } from "@/lib/school/get-school-settings";
import { settingsShown } from "@/lib/school/shown-settings";
import { saveSettings } from "./actions";

export const metadata: Metadata = { title: "Settings" };

type SettingsPageProps = { params: Promise<{ school: string }> };

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "school:write");
  const { frozen, ...settings } = await getSchoolSettings(ctx);
  return (
    <>
      <PageHeader
        title="Settings"
        lead="Contact, look and the rules of booking."
        actions={
          <>
            <ButtonLink href={`/${slug}/admin/security`}>Security</ButtonLink>
            <ButtonLink href={`/${slug}/admin/jobs`}>Jobs</ButtonLink>
          </>
        }
      />
      <SettingsForm action={saveSettings} {...{ frozen }} shown={settingsShown(settings)} />
    </>
  );
}
