import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useSay } from "../ui/Toasts";

/** When what a deed has set going is looked for again: workflows react a moment after the answer. */
const again = [800, 2_500];

/** Something that is done to the server: says that it was done, or why not, and lets the lists concerned be read again. */
export function useDeed<In = void, Out = unknown>(work: (wish: In) => Promise<Out>, { said, stale, then, quiet }:
  { said?: string | ((wish: In, out: Out) => string); stale: QueryKey[]; then?: (out: Out) => void; quiet?: boolean }) {
  const [say, queries] = [useSay(), useQueryClient()];
  return useMutation({
    mutationFn: work,
    onSuccess: (out, wish) => {
      const look = () => { for (const queryKey of stale) void queries.invalidateQueries({ queryKey }); };
      look();
      for (const ms of again) setTimeout(look, ms);
      if (said) say(typeof said === "string" ? said : said(wish, out));
      then?.(out);
    },
    // A form shows its refusal itself.
    onError: error => { if (!quiet) say(error.message, "bad"); },
  });
}
