import { notFound, redirect } from "next/navigation";
import { getAccount } from "@/lib/auth/get-account";
import { areasOf } from "@/lib/auth/permissions";
import { signInPath } from "@/lib/auth/session";

type SchoolPageProps = { params: Promise<{ school: string }> };

/** The address that a school tells people: the way into one's own area, or to sign-in. */
export default async function SchoolPage({ params }: SchoolPageProps) {
  const { school } = await params;
  const account = await getAccount();
  // Whether there is such a school is said to its members alone.
  if (account === null) redirect(signInPath(`/${school}`));
  const membership = account.memberships.find(({ slug }) => slug === school);
  const [area] = areasOf(membership?.roles ?? []);
  if (area === undefined) notFound();
  redirect(`/${school}/${area}`);
}
