import { Moon, Sun, SunMoon } from "lucide-react";
import { useEffect, useState } from "react";

const themes = ["system", "light", "dark"] as const;
const icons = { system: SunMoon, light: Sun, dark: Moon };
const words = { system: "Colours follow this computer", light: "Light colours", dark: "Dark colours" };

export function ThemeSwitch() {
  const [theme, setTheme] = useState(() => themes.find(t => t === localStorage.getItem("theme")) ?? "system");
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
    localStorage.setItem("theme", theme);
  }, [theme]);
  const Icon = icons[theme];
  return (
    <button className="theme" onClick={() => setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]!)} title="Change the colours">
      <Icon size={16} aria-hidden /><span>{words[theme]}</span>
    </button>
  );
}
