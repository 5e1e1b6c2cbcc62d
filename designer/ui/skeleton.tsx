/** Grey bars where text will be; shown only after 200 ms and announced once. */
export function Skeleton({ label, lines = 4, tall = false }: SkeletonProps) {
  return (
    <div className="g-skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={tall ? "tall" : undefined} />
      ))}
    </div>
  );
}

interface SkeletonProps {
  readonly label: string;
  readonly lines?: number;
  readonly tall?: boolean;
}
