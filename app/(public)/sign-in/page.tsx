import { redirect } from "next/navigation";
import { FlashMessage } from "@/components/shell/flash-message";
import { SignInForm } from "@/components/account/sign-in-form";
import { PublicShell } from "@/components/shell/public-shell";
import { VisitorFoot } from "@/components/shell/visitor-foot";
import { readFlash } from "@/lib/flash";
import { getAccount } from "@/lib/auth/get-account";
import { nextPath } from "@/lib/auth/next-path";
import { siteContact } from "@/lib/site-contact";
import { signIn } from "./actions";

export const metadata = { title: "Sign in" };

const MESSAGES = {
  "signed-out": { tone: "success", title: "You are signed out." },
  "signed-out-everywhere": {
    tone: "success",
    title: "You are signed out everywhere.",
    text: "Every phone and computer has to sign in again.",
  },
  "password-set": { tone: "success", title: "Your new password is set. Sign in with it." },
} as const;

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  if ((await getAccount()) !== null) redirect(nextPath(next));
  return (
    <PublicShell title="Welcome back" lead="Sign in to your music school." character="alice">
      <div className="grid gap-5">
        <FlashMessage flash={await readFlash()} texts={MESSAGES} />
        <SignInForm action={signIn} next={nextPath(next)} />
        <VisitorFoot contactEmail={siteContact()} />
      </div>
    </PublicShell>
  );
}
