type Bar = { label: string; value: number; note?: string; className?: string }

const width = 640
const left = 170
const row = 30

/** Bars beside their words, longest value first or in the order of a scale; each says its number. */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <svg
      viewBox={`0 0 ${width} ${bars.length * row}`}
      role="img"
      aria-label={label}
      className="w-full max-w-3xl text-[12px]"
    >
      {bars.map(({ label: name, value, note, className = 'fill-accent' }, index) => {
        const length = (value / most) * (width - left - 140)
        return (
          <g key={name}>
            <text x={0} y={index * row + 19} className="fill-text">
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
            <rect x={left} y={index * row + 6} width={length} height={18} rx={2} className={className} />
            <text x={left + length + 8} y={index * row + 19} className="fill-text tabular-nums">
              {value}
              {note && `, ${note}`}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
