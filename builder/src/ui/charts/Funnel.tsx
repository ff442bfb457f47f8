import { Chart } from "./Chart";
import { useWidth } from "./useWidth";

const row = 30;

/** How many came to each step: a bar a step, with the share of those who entered. */
export function Funnel({ title, steps, children }: { title: string; steps: { name: string; entered: number; failed: number }[]; children?: React.ReactNode }) {
  const { box, width } = useWidth();
  const label = Math.min(210, Math.round(width * .4));
  const most = Math.max(1, ...steps.map(step => step.entered));
  const long = (value: number) => value / most * (width - label - 90);
  const letters = Math.floor(label / 8);
  return (
    <Chart title={title} tools={children} points={steps.map((step, at) => `${at + 1}. ${step.name}`)} series={[{ label: "Came here", values: steps.map(step => step.entered) }, { label: "Failed", values: steps.map(step => step.failed), kind: "bad" }]}>
      <div ref={box}><svg viewBox={`0 0 ${width} ${Math.max(1, steps.length) * row}`} role="img" aria-label={`${title}: ${steps.map(step => `${step.name} ${step.entered}`).join(", ")}`}>
        {steps.map((step, at) => (
          <g key={at} transform={`translate(0 ${at * row})`}>
            <text x={label - 10} y={row / 2 + 4} textAnchor="end">{step.name.length > letters ? `${step.name.slice(0, letters - 1)}…` : step.name}<title>{step.name}</title></text>
            <rect className="rail-bar" x={label} y={5} width={long(most)} height={row - 10} rx={4} />
            <rect className="main" x={label} y={5} width={Math.max(step.entered > 0 ? 3 : 0, long(step.entered))} height={row - 10} rx={4} />
            {step.failed > 0 && <rect className="bad" x={label + Math.max(0, long(step.entered - step.failed))} y={5} width={long(step.failed)} height={row - 10} rx={4} />}
            <text className="strong" x={label + long(most) + 10} y={row / 2 + 4}>{step.entered.toLocaleString("en-US")} <tspan className="share">{Math.round(step.entered / most * 100)} %</tspan></text>
          </g>
        ))}
      </svg></div>
    </Chart>
  );
}
