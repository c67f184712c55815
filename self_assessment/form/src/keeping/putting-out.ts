/** A finished file handed to the reader: downloaded, or as text to copy where that is impossible. */

/** Downloads a file. False where the browser refuses; then its text can be copied instead. */
export function download(blob: Blob, name: string): boolean {
  try {
    const address = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    if (!("download" in link)) return false;
    link.hidden = true;
    document.body.appendChild(link);
    link.click();
    link.remove();
    // The browser reads it after the click; a minute is ample, and keeping it for ever is not needed.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}

/** Asks for a file. Resolves with none where the reader thought better of it. */
export function chooseFiles(accept: string, several = false): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = several;
    input.hidden = true;
    input.setAttribute("data-choosing", "");
    input.addEventListener("change", () => {
      resolve(Array.from(input.files || []));
      input.remove();
    });
    input.addEventListener("cancel", () => {
      resolve([]);
      input.remove();
    });
    document.body.appendChild(input);
    input.click();
  });
}
