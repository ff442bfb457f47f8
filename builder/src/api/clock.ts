import { useQuery } from "@tanstack/react-query";
import { api, ApiError, take } from "./client";

/** The clock of a demonstration practice, which can be moved; null where there is none (the embedded host alone has it). */
export function useSandboxClock() {
  return useQuery({
    queryKey: ["sandbox", "clock"],
    queryFn: async () => {
      try {
        const clock = await take(api.GET("/api/sandbox/clock"));
        return { ahead: new Date(clock.now).getTime() - Date.now(), moved: !/^0?0:00:00/.test(clock.offset) };
      } catch (error) {
        if (error instanceof ApiError && [403, 404, 405].includes(error.status)) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** Now, as the server has it: ahead of this computer when the demonstration's clock was moved. */
export function useNow(): number {
  return Date.now() + (useSandboxClock().data?.ahead ?? 0);
}
