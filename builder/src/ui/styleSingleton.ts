import { useInsertionEffect } from "react";

// Stands in for the package react-style-singleton (vite.config.ts), which the dialogs and menus of radix-ui lock the page's
// scrolling with: it writes <style> elements, which our Content-Security-Policy refuses. A sheet made by script is allowed.
export const styleHookSingleton = () => (styles: string, dynamic = false) => {
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    return () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet); };
  }, dynamic ? [styles] : []);
};

export function styleSingleton() {
  const useStyles = styleHookSingleton();
  return function Sheet({ styles, dynamic }: { styles: string; dynamic?: boolean }) {
    useStyles(styles, dynamic);
    return null;
  };
}
