const words: Record<string, string> = { stop: "answered STOP", start: "answered START", unsubscribed: "unsubscribed", complained: "marked a message as spam", bounced: "the address does not exist", invalid: "the number does not exist" };

/** Where a consent or a do-not-disturb came from, where that is not in a person's own words. */
export const reasonWords = (reason: string) => words[reason] ?? reason;
