import { Landing } from "@/components/account/landing";
import { sessionOfRequest } from "@/lib/auth/session";

export default async function LandingPage() {
  return <Landing signedIn={(await sessionOfRequest()) !== null} />;
}
