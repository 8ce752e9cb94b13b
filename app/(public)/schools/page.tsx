import { redirect } from "next/navigation";
import { SchoolChooser } from "@/components/account/school-chooser";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { getAccount } from "@/lib/auth/get-account";
import { areasOf } from "@/lib/auth/permissions";
import { signInPath } from "@/lib/auth/session";
import { onlyArea } from "../only-area";

export const metadata = { title: "Your schools" };

type SchoolsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The way into the one school there is, unless the list itself is asked for. */
export default async function SchoolsPage({ searchParams }: SchoolsPageProps) {
  const account = await getAccount();
  if (account === null) redirect(signInPath("/schools"));
  const only = onlyArea(account);
  if (only !== null && (await searchParams)["show"] !== "all") redirect(only);
  const schools = account.memberships.map(({ slug, schoolName, roles }) => ({
    slug,
    name: schoolName,
    areas: areasOf(roles),
  }));
  return (
    <PublicShell
      title={titleOf(schools.length)}
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

function titleOf(schools: number): string {
  if (schools === 0) return "No school yet";
  return schools === 1 ? "Your school" : "Which school?";
}
