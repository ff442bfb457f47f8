export interface FunnelRow { id: string; name: string; entered: number; waiting: number; failed: number; skipped: number }

const [high, wide] = [26, 1000];

/** A bar for each step: how many came, and of them who waits, was passed over or failed. The numbers stand beside it for those who do not see it. */
export function Funnel({ rows }: { rows: readonly FunnelRow[] }) {
  const most = Math.max(1, ...rows.map(r => r.entered));
  return (
    <div className="funnel">
      <ul>
        {rows.map(r => {
          const of = (n: number) => n / most * wide;
          return (
            <li key={r.id}>
              <span className="funnel-name">{r.name}</span>
              <svg viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" aria-hidden="true"><rect className="bar-all" width={wide} height={high} rx="4" /><rect className="bar-in" width={of(r.entered)} height={high} rx="4" /><rect className="bar-waiting" x={of(r.entered - r.waiting)} width={of(r.waiting)} height={high} rx="4" /><rect className="bar-failed" x={of(r.entered - r.waiting - r.failed)} width={of(r.failed)} height={high} /></svg>
              <span className="funnel-words"><strong>{r.entered}</strong>{r.waiting > 0 && ` · ${r.waiting} waiting`}{r.skipped > 0 && ` · ${r.skipped} passed over`}{r.failed > 0 && ` · ${r.failed} failed`}</span>
            </li>
          );
        })}
      </ul>
      <p className="funnel-legend quiet"><span className="key in" />went through <span className="key waiting" />waiting <span className="key failed" />failed</p>
    </div>
  );
}
