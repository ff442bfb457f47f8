import type { ButtonHTMLAttributes, Ref } from "react";
import "./button.css";

type Look = "plain" | "main" | "danger" | "bare";

/** A button; `look` says how much it matters. */
export function Button({ look = "plain", small, className = "", type = "button", ...rest }:
  ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; small?: boolean; ref?: Ref<HTMLButtonElement> }) {
  return <button type={type} className={`button ${look} ${small ? "small" : ""} ${className}`} {...rest} />;
}
