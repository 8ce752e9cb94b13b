import { TabLinks } from "@/components/ui/tab-links";

type MailTabsProps = { base: string; tab: "stopped" | "undelivered" };

/** The two lists about mail. */
export function MailTabs({ base, tab }: MailTabsProps) {
  return (
    <TabLinks
      label="Email"
      tabs={[
        { href: base, label: "Blocked addresses", current: tab === "stopped" },
        {
          href: `${base}/undelivered`,
          label: "Not delivered",
          current: tab === "undelivered",
        },
      ]}
    />
  );
}
