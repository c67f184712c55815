// The form's entry: a placeholder until the views are there.
import { render } from "preact";
import { criteria, settings, validateFiling } from "./made";

const app = document.getElementById("app");
if (app) {
  render(<h1>{settings.award}：{criteria.name}{validateFiling({}) ? "" : ""}</h1>, app);
  document.getElementById("banner")?.remove();
}
