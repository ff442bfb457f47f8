import type { Api } from "../../api/client";

/** Zones are named after cities: America/Los_Angeles. */
const city = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

const known = { contact: "", address: " (from the address)", phone: " (from the phone number)", practice: " (the practice's)" };

/** In which time zone a contact is, as far as is known. */
export function zoneWords({ timeZone, whereabouts }: Pick<Api<"Contact">, "timeZone" | "whereabouts">): string {
  if (!whereabouts || whereabouts.from === "contact") return timeZone ?? "";
  return whereabouts.zones.map(city).join(" or ") + known[whereabouts.from];
}

/** When texts go out, where that is of use: to a number. */
export const textHours = ({ phone, whereabouts }: Pick<Api<"Contact">, "phone" | "whereabouts">) => (phone ? whereabouts?.words ?? null : null);
