/** What an operator can do with an enrollment; the path of each in the API, and what is said when it is done. */
export const deeds = {
  retry: ["Try the step again", "It is tried again."],
  skip: ["Skip the step", "The step is skipped."],
  "run-now": ["End the wait now", "The wait is over; it goes on."],
  pause: ["Pause", "Paused."],
  resume: ["Resume", "It goes on."],
  move: ["Move to another step", "Moved."],
  stop: ["Stop", "Stopped. Nothing more is sent from it."],
} as const;

export type Deed = keyof typeof deeds;

/** Which of them make sense for an enrollment of this status. */
export function fitting(status: string): Deed[] {
  if (status === "failed") return ["retry", "skip", "move", "stop"];
  if (status === "paused") return ["resume", "move", "stop"];
  if (status === "waiting" || status === "scheduled") return ["run-now", "skip", "pause", "move", "stop"];
  if (status === "active") return ["pause", "move", "stop"];
  return [];
}
