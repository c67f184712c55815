/** What tells those who watch it that it has changed. */
export class Watched {
  private readonly watchers = new Set<() => void>();

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** A watcher that throws stops neither the others nor the work that is told of. */
  tell(): void {
    this.watchers.forEach((watcher) => {
      try {
        watcher();
      } catch (reason) {
        setTimeout(() => {
          throw reason;
        });
      }
    });
  }
}
