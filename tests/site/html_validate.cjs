// What html-validate holds every page to. A rule that is changed says why.
module.exports = {
  root: true,
  extends: [
    "html-validate:recommended",
    "html-validate:standard",
    "html-validate:a11y",
    "html-validate:document",
  ],
  rules: {
    // The standard allows either; this is how the frames are written.
    "doctype-style": ["error", { style: "lowercase" }],
    // Everything comes from the site itself: who could change a script could change its digest too.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
