export type TestChannel = "email" | "sms";

const kept = (channel: TestChannel) => `test-send-${channel}`;

/** Where this person's tests go; kept in this browser. */
export const testAddress = {
  get: (channel: TestChannel) => localStorage.getItem(kept(channel)) ?? "",
  keep: (channel: TestChannel, to: string) => localStorage.setItem(kept(channel), to),
};
