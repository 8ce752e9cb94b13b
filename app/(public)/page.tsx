import { Landing } from "@/components/account/landing";
import { getAccount } from "@/lib/auth/get-account";
import { siteContact } from "@/lib/site-contact";

export default async function LandingPage() {
  return <Landing signedIn={(await getAccount()) !== null} contactEmail={siteContact()} />;
}
