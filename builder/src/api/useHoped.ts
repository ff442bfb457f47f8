import { useState } from "react";

/** Shows at once what was chosen, until the server has it or has refused it. */
export function useHoped<T>(real: T, failed: boolean): [shown: T, hope: (value: T) => void] {
  const [hoped, setHoped] = useState<{ value: T; over: string } | null>(null);
  const now = JSON.stringify(real);
  return [hoped && !failed && hoped.over === now ? hoped.value : real, value => setHoped({ value, over: now })];
}
