// A TypeScript entry and all it imports as one script, with its styles.
//
// A request has {entry or contents, root, made, polyfills, target, platform, minify}; the answer has
// {script, style, packages}, and `packages` lists what of node_modules went into it. Imports of
// `@made/…` are found in `made`; `worker:./x` gives the script of a worker as a text. `contents` is
// the text of an entry that is no file: it stands in `root`.
import { dirname, resolve } from "node:path";
import { build } from "esbuild";

export async function bundle(request) {
  const common = {
    absWorkingDir: request.root,
    alias: { "@made": request.made },
    bundle: true,
    charset: "utf8",
    define: { "process.env.NODE_ENV": '"production"' },
    inject: request.polyfills,
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    loader: { ".svg": "text" },
    logLevel: "silent",
    metafile: true,
    minify: request.minify,
    nodePaths: [resolve(request.root, "node_modules")],
    outdir: "out",
    target: request.target,
    tsconfigRaw: { compilerOptions: { target: "es2022", useDefineForClassFields: true } },
    write: false,
  };

  const inputs = new Set();

  const workers = {
    name: "workers",
    setup(of) {
      of.onResolve({ filter: /^worker:/ }, (asked) => ({
        path: resolve(dirname(asked.importer), asked.path.slice("worker:".length)),
        namespace: "worker",
      }));
      of.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
        const found = await build({
          ...common,
          stdin: {
            contents: `import ${JSON.stringify(path)}`,
            resolveDir: dirname(path),
            sourcefile: "worker.ts",
            loader: "ts",
          },
          format: "iife",
          platform: "browser",
        });
        for (const input of Object.keys(found.metafile.inputs)) inputs.add(input);
        const watchFiles = Object.keys(found.metafile.inputs).map((input) => resolve(request.root, input));
        return { contents: found.outputFiles[0].text, loader: "text", watchFiles };
      });
    },
  };

  const result = await build({
    ...common,
    ...(request.entry
      ? { entryPoints: [request.entry] }
      : { stdin: { contents: request.contents, resolveDir: request.root, loader: "tsx" } }),
    format: request.platform === "node" ? "esm" : "iife",
    platform: request.platform,
    plugins: [workers],
  });
  for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
  const text = (ending) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  const packages = new Set();
  for (const input of inputs) {
    const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input.replaceAll("\\", "/"));
    if (found) packages.add(found[0]);
  }
  return { script: text(".js"), style: text(".css"), packages: [...packages].sort() };
}

/** Does a piece of work and exits; what esbuild finds wrong is told by place. */
export async function done(work) {
  try {
    process.stdout.write(JSON.stringify(await work()));
  } catch (error) {
    const told = (error.errors ?? []).map(({ text, location }) =>
      location ? `${location.file}:${location.line}: ${text}` : text,
    );
    process.stderr.write(told.length ? told.join("\n") : String(error.stack ?? error));
    process.exitCode = 1;
  }
}
