import { useQuery } from "@tanstack/react-query";
import { api, take } from "../api/client";

export function PracticeName() {
  const practice = useQuery({ queryKey: ["settings"], queryFn: () => take(api.GET("/api/settings")) });
  return (
    <div className="practice">
      <img src="/icon.svg" alt="" width={30} height={30} />
      <div><strong>Aesthetix</strong><small>{practice.data?.name ?? "\u00a0"}</small></div>
    </div>
  );
}
