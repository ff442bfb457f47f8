import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take } from "../../api/client";
import { useSay } from "../../ui/Toasts";

/** Takes a workflow back, pauses it and lets it go on. */
export function useLive(id: string) {
  const [queries, say, path] = [useQueryClient(), useSay(), { params: { path: { id } } }];
  const acts = { unpublish: () => take(api.POST("/api/workflows/{id}/unpublish", path)), pause: () => take(api.POST("/api/workflows/{id}/pause", path)), resume: () => take(api.POST("/api/workflows/{id}/resume", path)) };
  const words = { unpublish: "It is a draft again: nobody new enters", pause: "Paused: everybody stays where they are", resume: "It goes on" };
  return useMutation({ mutationFn: (what: keyof typeof acts) => acts[what](), onSuccess: async (_, what) => { await queries.invalidateQueries(); say(words[what]); }, onError: error => say(error.message, "bad") });
}
