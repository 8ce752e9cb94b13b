import { Landing } from "@/components/account/landing";
import { getAccount } from "@/lib/auth/get-account";

export default async function LandingPage() {
  return <Landing signedIn={(await getAccount()) !== null} />;
}
