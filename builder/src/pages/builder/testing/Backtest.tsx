import { useMutation } from "@tanstack/react-query";
import { api, take } from "../../../api/client";
import { useNow } from "../../../api/clock";
import { Button } from "../../../ui/Button";

const days = 30;

/** Holds the draft against what happened lately. */
export function Backtest({ id, save }: { id: string; save: () => Promise<boolean> }) {
  const now = useNow();
  const ask = useMutation({
    mutationFn: async () => {
      await save();
      return take(api.POST("/api/workflows/{id}/backtest", { params: { path: { id } }, body: { from: new Date(now - days * 86_400_000).toISOString(), to: new Date(now).toISOString() } }));
    },
  });
  const found = ask.data;
  return (
    <section className="backtest" aria-labelledby="backtest-title">
      <h3 id="backtest-title">How many would have entered in the last {days} days?</h3>
      {ask.isError && <p role="alert" className="error-text">{ask.error.message}</p>}
      {found && (
        <div role="status">
          <p className="big"><strong>{found.contacts}</strong> {found.contacts === 1 ? "contact" : "contacts"}</p>
          <p className="quiet">{found.events} events were looked at, {found.matched} fitted the triggers, {found.enrolled} would have entered.</p>
          {found.notEnrolled.length > 0 && <ul className="plain-list">{found.notEnrolled.slice(0, 6).map(n => <li key={`${n.code}${n.triggerId ?? ""}`}>{n.count} not: {n.words}</li>)}</ul>}
        </div>
      )}
      <Button onClick={() => ask.mutate()} disabled={ask.isPending}>{ask.isPending ? "Looking…" : found ? "Find out again" : "Find out"}</Button>
    </section>
  );
}
