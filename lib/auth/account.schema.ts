import { z } from "zod";

const email = z.string().trim().min(1, "Type your e-mail address.").max(254, "This is too long.");
const typedPassword = z.string().min(1, "Type your password.").max(500, "This is too long.");
const newPassword = z.string().min(1, "Choose a password.").max(500, "This is too long.");

export const signInInput = z.object({
  email,
  password: typedPassword,
  next: z.string().max(2000).optional(),
});

export const forgotPasswordInput = z.object({ email });

const token = z.string().min(1).max(200);

export const resetPasswordInput = z.object({ token, password: newPassword });

export const changePasswordInput = z.object({
  oldPassword: z.string().min(1, "Type your present password.").max(500, "This is too long."),
  newPassword,
});

export const acceptInvitationInput = z.discriminatedUnion("way", [
  z.object({ way: z.literal("new"), token, password: newPassword }),
  z.object({ way: z.literal("password"), token, password: typedPassword }),
  z.object({ way: z.literal("signed-in"), token }),
]);

export const nothing = z.object({});
