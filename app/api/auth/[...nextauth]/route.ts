export { nextAuthHandler as GET, nextAuthHandler as POST } from "@/lib/auth/next-auth-handler";
