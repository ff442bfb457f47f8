import { useQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useMatch } from "react-router";
import { apiAddress } from "../api/place";

/** Says so while the server cannot be reached. Only the builder keeps meanwhile what is changed. */
export function ServerAway() {
  const health = useQuery({
    queryKey: ["health"],
    queryFn: async () => (await fetch(`${apiAddress}/health/live`)).ok,
    refetchInterval: query => query.state.status === "error" || query.state.fetchFailureCount > 0 ? 2_000 : 10_000,
    retry: false,
  });
  const drawing = !!useMatch("/workflows/:id/*");
  if (!health.isError && health.data !== false) return null;
  return <div className="server-away" role="status"><CloudOff size={16} aria-hidden /> The server is away. {drawing ? "What you change in the draft is kept here and saved when it is back." : "Nothing can be saved until it is back."}</div>;
}
