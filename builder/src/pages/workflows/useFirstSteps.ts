import { useQuery } from "@tanstack/react-query";
import { useSandboxClock } from "../../api/clock";
import { api, take } from "../../api/client";
import { useSettings, useWorkflows } from "../../api/lists";

/** Remembers in this browser; private windows forget. */
export const noted = {
  get: (key: string) => { try { return localStorage.getItem(`guide.${key}`); } catch { return null; } },
  set: (key: string, value: string) => { try { localStorage.setItem(`guide.${key}`, value); } catch { /* then it is asked again */ } },
  drop: (key: string) => { try { localStorage.removeItem(`guide.${key}`); } catch { /* nothing was kept */ } },
};

/** How far a newcomer has come, read from what is really there. Null where there is no demonstration to walk through. */
export function useFirstSteps() {
  const [settings, clock, workflows] = [useSettings(), useSandboxClock(), useWorkflows()];
  const demo = settings.data?.demo === true && !!clock.data;
  const forms = useQuery({
    queryKey: ["events", "guide"],
    queryFn: () => take(api.GET("/api/events", { params: { query: { type: "form.submitted", limit: "1" } } })),
    enabled: demo, refetchInterval: 5_000,
  });
  if (!demo || !workflows.data || !forms.data) return null;
  // What the demonstration brought itself does not count as done by the newcomer; its two weeks before today have workflows and forms.
  const own = workflows.data.filter(workflow => workflow.folder !== "Demonstration");
  return {
    chosen: own.length > 0,
    published: own.some(workflow => workflow.version > 0),
    submitted: forms.data.items.some(event => event.source !== "demonstration"),
    seen: noted.get("messages") !== null,
    moved: clock.data!.moved,
    draft: own.find(workflow => workflow.version === 0),
  };
}
