// Scripts of the site as Chromium 90 runs them: its syntax, the methods of its language, its APIs.
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

// An array has had these names for long; the rules take any object for an iterator.
const taken = Object.keys(es.rules).filter((name) => name.startsWith("no-iterator-prototype-"));
const notMeant = Object.fromEntries(taken.map((name) => [`es-x/${name}`, "off"]));

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2021, sourceType: "script" },
    plugins: { compat, "es-x": es },
    settings: { targets: ["chrome 90"], "es-x": { aggressive: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "compat/compat": "error",
      ...es.configs["flat/restrict-to-es2021"].rules,
      ...notMeant,
      "no-restricted-globals": ["error", "structuredClone"],
    },
  },
];
