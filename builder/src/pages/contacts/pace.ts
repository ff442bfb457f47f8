// How fast many contacts are let into a workflow: what the form says, as the API wants it.

export interface Pace { how: "now" | "at" | "drip"; at: string; batch: string; every: string; unit: "M" | "H" | "D"; days: string[]; from: string; to: string }

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const usual: Pace = { how: "now", at: "", batch: "20", every: "1", unit: "H", days: weekdays.slice(0, 5), from: "09:00", to: "17:00" };

export function paceWish(pace: Pace, toMoment: (local: string) => string) {
  return {
    ...(pace.how !== "now" && pace.at ? { startAt: toMoment(pace.at) } : {}),
    ...(pace.how === "drip" ? {
      batch: Number(pace.batch),
      every: pace.unit === "D" ? `P${pace.every}D` : `PT${pace.every}${pace.unit}`,
      hours: { days: pace.days, from: pace.from, to: pace.to },
    } : {}),
  };
}
