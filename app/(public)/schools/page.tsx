import { redirect } from "next/navigation";
import { SchoolChooser } from "@/components/account/school-chooser";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { getAccount } from "@/lib/auth/get-account";
import { areasOf } from "@/lib/auth/permissions";
import { signInPath } from "@/lib/auth/session";

export const metadata = { title: "Your schools" };

export default async function SchoolsPage() {
  const account = await getAccount();
  if (account === null) redirect(signInPath("/schools"));
  const schools = account.memberships.map(({ slug, schoolName, roles }) => ({
    slug,
    name: schoolName,
    areas: areasOf(roles),
  }));
  const [only, ...others] = schools;
  const area = only?.areas[0];
  if (only && area && others.length === 0) redirect(`/${only.slug}/${area}`);
  return (
    <PublicShell
      title={schools.length === 0 ? "No school yet" : "Which school?"}
      lead={`Signed in as ${account.email}`}
      character="liam"
    >
      <div className="grid gap-5">
        <SchoolChooser schools={schools} />
        <p className="text-center">
          <TextLink href="/account" className="inline-flex min-h-11 items-center">
            Your account
          </TextLink>
        </p>
      </div>
    </PublicShell>
  );
}
