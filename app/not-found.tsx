import { Message } from "@/components/shell/message";
import { ButtonLink } from "@/components/ui/button-link";
import { Steve } from "@/components/ui/characters/steve";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Message drawing={<Steve />} title="We can't find that page">
      <p>It may have moved, or the link is missing a piece.</p>
      <ButtonLink href="/schools" variant="primary" size="lg">
        Go to my school
      </ButtonLink>
    </Message>
  );
}
