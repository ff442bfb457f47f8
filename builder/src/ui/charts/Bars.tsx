import { Chart, type Series } from "./Chart";
import { useWidth } from "./useWidth";

const [height, foot, left] = [200, 26, 34];

/** Bars side by side for each point in time, stacked by series. */
export function Bars({ title, points, series, note }: { title: string; points: string[]; series: Series[]; note?: string | undefined }) {
  const { box, width } = useWidth();
  const sums = points.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  const top = nice(Math.max(1, ...sums));
  const room = (width - left) / Math.max(1, points.length);
  const tall = (value: number) => value / top * (height - foot - 10);
  const every = Math.ceil(points.length * 76 / (width - left));
  return (
    <Chart title={title} points={points} series={series} note={note}>
      <div ref={box}><svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}: ${points.map((point, at) => `${point} ${sums[at]}`).join(", ")}`}>
        {[0, .5, 1].map(part => <g key={part} className="grid"><line x1={left} x2={width} y1={height - foot - tall(top * part)} y2={height - foot - tall(top * part)} /><text x={left - 6} y={height - foot - tall(top * part) + 4} textAnchor="end">{Math.round(top * part)}</text></g>)}
        {points.map((point, at) => {
          let base = 0;
          return (
            <g key={point}>
              {series.map(one => {
                const value = one.values[at] ?? 0;
                const y = height - foot - tall(base + value);
                base += value;
                return value > 0 && <rect key={one.label} className={one.kind ?? "main"} x={left + at * room + room * .18} width={room * .64} y={y} height={tall(value)} rx={2}><title>{`${point}: ${value} ${one.label.toLowerCase()}`}</title></rect>;
              })}
              {at % every === 0 && <text x={left + at * room + room / 2} y={height - 8} textAnchor="middle">{point}</text>}
            </g>
          );
        })}
      </svg></div>
    </Chart>
  );
}

/** The next round number, so that the scale reads well. */
export function nice(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map(step => step * size).find(step => step >= value && (step > 1 || value <= 1)) ?? value;
}
