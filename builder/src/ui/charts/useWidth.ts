import { useCallback, useState } from "react";

/** How wide a picture may be, so that its letters keep their size on a small screen. */
export function useWidth() {
  const [width, setWidth] = useState(640);
  const box = useCallback((element: HTMLDivElement) => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(200, Math.round(entry!.contentRect.width))));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}
