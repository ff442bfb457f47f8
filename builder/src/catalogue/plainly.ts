import { describe, type Catalogue } from "./catalogue";

/** A finding's message with kinds called as the builder calls them: "sms.send" (s1) is the step “Send text message”. */
export const plainly = (catalogue: Catalogue, message: string) => message.replace(/“([a-z]+(?:\.[A-Za-z]+)*)”(?: \([A-Za-z0-9_-]+\))?/g, (whole, type: string) => {
  const label = describe(catalogue, type)?.label ?? catalogue.triggers.get(type)?.label;
  return label ? `“${label}”` : whole;
});
