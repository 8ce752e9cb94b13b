import {
  Body,
  Container,
  Head,
  Heading,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "react-email";
import { phoneHref } from "@/lib/values/phone-number";
import { BlockView } from "./mail-blocks";
import type { MailContent, MailSchool } from "./mail-content";
import { STOP } from "./mail-text";
import { mailPalettes } from "./mail-palette";
import { darkStyleSheet, mailStyle, type MailStyle } from "./mail-style";

/** The one layout of all mail: the school's name and colours around the content. */
export function SchoolMail({ school, content }: { school: MailSchool; content: MailContent }) {
  const { light, dark } = mailPalettes(school);
  const style = mailStyle(light);
  return (
    <Html lang={school.locale} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyleSheet(dark)}</style>
      </Head>
      <Preview>{content.preview}</Preview>
      <Body lang={school.locale} className="mail-page" style={style.page}>
        <Container style={style.frame}>
          <SchoolHeader school={school} style={style} />
          <Section className="mail-card" style={style.card}>
            <Heading as="h1" className="mail-text" style={style.heading}>
              {content.heading}
            </Heading>
            {content.greetingName !== null && (
              <Text className="mail-text" style={style.text}>
                Hi {content.greetingName},
              </Text>
            )}
            {content.blocks.map((block, index) => (
              <BlockView key={index} block={block} style={style} />
            ))}
          </Section>
          <SchoolFooter school={school} style={style} stopUrl={content.stopUrl} />
        </Container>
      </Body>
    </Html>
  );
}

type Part = { school: MailSchool; style: MailStyle };

function SchoolHeader({ school, style }: Part) {
  const logo = school.logoUrl !== null && /^https?:\/\//.test(school.logoUrl);
  return (
    <Section style={style.header}>
      {logo && <Img src={school.logoUrl ?? ""} alt="" height="48" style={style.logo} />}
      <Text style={style.schoolName}>{school.name}</Text>
    </Section>
  );
}

function SchoolFooter({ school, style, stopUrl }: Part & { stopUrl: string | undefined }) {
  return (
    <Section style={style.footerBlock}>
      <Text className="mail-soft" style={style.footer}>
        {school.name}
        {school.address && (
          <>
            <br />
            {school.address}
          </>
        )}
        {school.phone !== null && (
          <>
            <br />
            <Link href={phoneHref(school.phone)} className="mail-link" style={style.link}>
              {school.phone}
            </Link>
          </>
        )}
        {school.email !== null && (
          <>
            <br />
            <Link href={`mailto:${school.email}`} className="mail-link" style={style.link}>
              {school.email}
            </Link>
          </>
        )}
        {stopUrl !== undefined && (
          <>
            <br />
            <Link href={stopUrl} className="mail-link" style={style.link}>
              {STOP}
            </Link>
          </>
        )}
      </Text>
    </Section>
  );
}
