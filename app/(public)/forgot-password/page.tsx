import { ForgotPasswordForm } from "@/components/account/forgot-password-form";
import { PublicShell } from "@/components/shell/public-shell";
import { forgotPassword } from "./actions";

export const metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage() {
  return (
    <PublicShell
      title="Forgot your password?"
      lead="We send you a link to choose a new one."
      character="steve"
    >
      <ForgotPasswordForm action={forgotPassword} />
    </PublicShell>
  );
}
