// What esbuild knows and TypeScript must be told.
declare module "@made/validate.js" {
  const validate: { (value: unknown): boolean; errors?: import("./made").Fault[] | null };
  export default validate;
}
declare module "worker:*" {
  const source: string;
  export default source;
}
declare module "*.css" {}
declare module "*.svg" {
  const text: string;
  export default text;
}
