import type { Metadata } from "next";
import { MailSettings } from "@/components/mail/mail-settings";
import { requireMember } from "@/lib/auth/session";
import { getMailPreferences } from "@/lib/notifications/choices/get-mail-preferences";
import { saveMailSettings } from "./actions";

export const metadata: Metadata = { title: "Email settings" };

type MailSettingsPageProps = { params: Promise<{ school: string }> };

export default async function MailSettingsPage({ params }: MailSettingsPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "family:area");
  const preferences = await getMailPreferences(ctx);
  return (
    <MailSettings school={ctx.school.name} action={saveMailSettings} preferences={preferences} />
  );
}
