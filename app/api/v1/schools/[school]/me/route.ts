import { apiRoute } from "@/lib/api";

export const GET = apiRoute({
  permission: "member",
  run: async ({ actor, school }) => ({
    ...(actor.kind === "member" && {
      personId: actor.personId,
      displayName: actor.displayName,
      roles: actor.roles,
    }),
    school: {
      slug: school.slug,
      name: school.name,
      timeZone: school.timeZone,
      currency: school.currency,
      locale: school.locale,
    },
  }),
});
