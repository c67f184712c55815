// What Chromium 78 lacks and libraries call. esbuild lowers syntax, not these.

function missing(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) {
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  }
}

missing(Object, "hasOwn", (object: object, key: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(object, key),
);

missing(
  String.prototype,
  "replaceAll",
  function (this: string, what: string | RegExp, by: string): string {
    // Text is made an expression that means itself, so that `by` reads the same in both cases.
    const sought =
      what instanceof RegExp ? what : new RegExp(what.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g");
    return this.replace(sought, by);
  },
);

export {};
