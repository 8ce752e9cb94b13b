import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { FieldKeeper } from "@/components/shell/field-keeper";
import "./globals.css";

const heading = localFont({
  src: "../node_modules/@fontsource-variable/baloo-2/files/baloo-2-latin-wght-normal.woff2",
  variable: "--font-heading",
  weight: "400 800",
  display: "swap",
});

const body = localFont({
  src: "../node_modules/@fontsource-variable/nunito-sans/files/nunito-sans-latin-wght-normal.woff2",
  variable: "--font-body",
  weight: "200 1000",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: "Music 'n Me", template: "%s · Music 'n Me" },
  description: "Lessons, bookings and schedules of your music school, in one friendly place.",
  applicationName: "Music 'n Me",
  manifest: "/manifest.webmanifest",
  icons: { icon: [{ url: "/favicon.svg", type: "image/svg+xml" }], apple: "/icon-180.png" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#4580e4" },
    { media: "(prefers-color-scheme: dark)", color: "#1b2d54" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered per request: the nonce of its scripts comes with the request.
  await connection();
  return (
    <html lang="en-AU" className={`${heading.variable} ${body.variable}`}>
      <body>
        {children}
        <FieldKeeper />
      </body>
    </html>
  );
}
