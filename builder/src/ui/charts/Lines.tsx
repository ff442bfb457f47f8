import { nice } from "./Bars";
import { Chart, type Series } from "./Chart";
import { useWidth } from "./useWidth";

const [height, foot, left] = [200, 26, 34];

/** How something went up and down over time. */
export function Lines({ title, points, series, note }: { title: string; points: string[]; series: Series[]; note?: string | undefined }) {
  const { box, width } = useWidth();
  const top = nice(Math.max(1, ...series.flatMap(one => one.values)));
  const x = (at: number) => left + (points.length < 2 ? 0 : at / (points.length - 1) * (width - left - 8));
  const y = (value: number) => height - foot - value / top * (height - foot - 10);
  const every = Math.ceil(points.length * 76 / (width - left));
  return (
    <Chart title={title} points={points} series={series} note={note}>
      <div ref={box}><svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}: ${points.map((point, at) => `${point} ${series.map(one => one.values[at] ?? 0).join("/")}`).join(", ")}`}>
        {[0, .5, 1].map(part => <g key={part} className="grid"><line x1={left} x2={width} y1={y(top * part)} y2={y(top * part)} /><text x={left - 6} y={y(top * part) + 4} textAnchor="end">{Math.round(top * part)}</text></g>)}
        {series.map(one => {
          const line = one.values.map((value, at) => `${at === 0 ? "M" : "L"}${x(at)} ${y(value)}`).join("");
          return <g key={one.label} className={`line ${one.kind ?? "main"}`}><path className="area" d={`${line}L${x(one.values.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`} /><path className="stroke" d={line} /></g>;
        })}
        {points.map((point, at) => at % every === 0 && <text key={point} x={x(at)} y={height - 8} textAnchor={at === 0 ? "start" : "middle"}>{point}</text>)}
      </svg></div>
    </Chart>
  );
}
