import { z } from "zod";
import type { ApiTokenId, SessionId } from "@/lib/ids";
import { emailAddress } from "@/lib/values/email-address";
import { lineText, nameText } from "@/lib/values/typed-text";

const email = lineText(254, "This is too long.").min(1, "Type your email address.");
const typedPassword = z.string().min(1, "Type your password.").max(500, "This is too long.");
const newPassword = z.string().min(1, "Choose a password.").max(500, "This is too long.");

export const signInInput = z.object({
  email,
  password: typedPassword,
  next: z.string().max(2000).optional(),
});

export const forgotPasswordInput = z.object({ email: email.pipe(emailAddress) });

const token = z.string().min(1).max(200);

export const resetPasswordInput = z.object({ token, password: newPassword });

export const changePasswordInput = z.object({
  oldPassword: z.string().min(1, "Type your current password.").max(500, "This is too long."),
  newPassword,
});

export const acceptInvitationInput = z.discriminatedUnion("way", [
  z.object({ way: z.literal("new"), token, password: newPassword }),
  z.object({ way: z.literal("password"), token, password: typedPassword }),
  z.object({ way: z.literal("signed-in"), token }),
]);

const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const signOutEverywhereInput = z.object({ withCalendars: checkbox });

export const ownSession = z.object({ sessionId: z.uuid().transform((id) => id as SessionId) });

export const ownToken = z.object({ tokenId: z.uuid().transform((id) => id as ApiTokenId) });

export const newApiTokenInput = z.object({
  name: nameText(60, "Give it a name."),
  slug: z.string().min(1, "Choose a school.").max(63),
  access: z.enum(["READ", "WRITE"], "Choose what it may do."),
  days: z.enum(["30", "90", "365"], "Choose how long it works.").transform(Number),
  password: typedPassword,
});
