/** A line down, across at a height, and down again, with round corners. */
export function bend(fromX: number, fromY: number, toX: number, toY: number, at: number, round = 10): string {
  const across = toX - fromX;
  if (Math.abs(across) < 1) return `M ${fromX} ${fromY} L ${toX} ${toY}`;
  const side = Math.sign(across);
  const r = Math.max(0, Math.min(round, Math.abs(across) / 2, Math.abs(at - fromY), Math.abs(toY - at)));
  const [first, second] = [Math.sign(at - fromY) || 1, Math.sign(toY - at) || 1];
  return `M ${fromX} ${fromY} L ${fromX} ${at - first * r} Q ${fromX} ${at} ${fromX + side * r} ${at} L ${toX - side * r} ${at} Q ${toX} ${at} ${toX} ${at + second * r} L ${toX} ${toY}`;
}
