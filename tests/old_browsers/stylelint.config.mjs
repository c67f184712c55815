// The stylesheet as Chromium 90 reads it. What is ignored there without harm is named here.
export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [
      true,
      {
        browsers: ["chrome 90"],
        ignorePartialSupport: true,
        ignore: [],
      },
    ],
  },
};
