import { useSettings } from "../api/lists";

export function PracticeName() {
  const practice = useSettings();
  return (
    <div className="practice">
      <img src="/icon.svg" alt="" width={30} height={30} />
      <div><strong>Aesthetix</strong><small>{practice.data?.name ?? "\u00a0"}</small></div>
    </div>
  );
}
