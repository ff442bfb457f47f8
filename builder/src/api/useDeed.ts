import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useSay } from "../ui/Toasts";

/** Something that is done to the server: says that it was done, or why not, and lets the lists concerned be read again. What is `carried` out
 *  by the runner a moment after the answer has its lists read once more then. */
export function useDeed<In = void, Out = unknown>(work: (wish: In) => Promise<Out>, { said, stale, then, quiet, carried }:
  { said?: string | ((wish: In, out: Out) => string); stale: QueryKey[]; then?: (out: Out) => void; quiet?: boolean; carried?: boolean }) {
  const [say, queries] = [useSay(), useQueryClient()];
  return useMutation({
    mutationFn: work,
    onSuccess: (out, wish) => {
      const read = () => { for (const queryKey of stale) void queries.invalidateQueries({ queryKey }); };
      read();
      if (carried) for (const soon of [600, 2_500]) setTimeout(read, soon);
      if (said) say(typeof said === "string" ? said : said(wish, out));
      then?.(out);
    },
    // A form shows its refusal itself.
    onError: error => { if (!quiet) say(error.message, "bad"); },
  });
}
