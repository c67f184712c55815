/**
 * Where drafts are kept on this PC: IndexedDB, or, where the browser refuses it, this window alone.
 *
 * A shelf knows keys and values, nothing of filings. What is written together is written whole or
 * not at all. `durability: strict` asks for the disk and not only for the browser's memory; older
 * browsers do not know it and pass it over.
 */

export const ROOMS = ["drafts", "parts", "snapshots", "snapshot_filings", "handles"] as const;
export type Room = (typeof ROOMS)[number];
export type Key = string | string[];

export interface Writing {
  room: Room;
  key: Key;
  /** `undefined` takes the value away. */
  value: unknown;
}

/** Looked at in the same transaction: where `allows` answers no, nothing is written. */
export interface Guard {
  room: Room;
  key: Key;
  allows: (value: unknown) => boolean;
}

export interface Shelf {
  /** Whether what is put here outlives the window. */
  lasting: boolean;
  get(room: Room, key: Key): Promise<unknown>;
  /** All under a first key, or the whole room, by key. */
  under(room: Room, first?: string): Promise<{ key: Key; value: unknown }[]>;
  /** True where all was written, false where the guard forbade it. Throws with the browser's reason. */
  write(writings: readonly Writing[], guard?: Guard): Promise<boolean>;
  /** Takes everything away, and the shelf with it. */
  clear(): Promise<void>;
}

export const NAME = "mayor-quality-award.self-assessment";
const OPENING = 8000;

/** The shelf of this browser; throws where it does not open. */
export async function openShelf(): Promise<Shelf> {
  return shelfIn(await opened());
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    const late = setTimeout(() => reject(new Error("timeout")), OPENING);
    request.onupgradeneeded = () => {
      for (const room of ROOMS) {
        if (!request.result.objectStoreNames.contains(room)) request.result.createObjectStore(room);
      }
    };
    request.onsuccess = () => {
      clearTimeout(late);
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(late);
      reject(request.error || new Error("unknown"));
    };
    request.onblocked = () => reject(new Error("blocked"));
  });
}

function begun(db: IDBDatabase, rooms: Room[], mode: IDBTransactionMode): IDBTransaction {
  const options = { durability: "strict" } as const;
  return (db.transaction as (...of: unknown[]) => IDBTransaction).call(db, rooms, mode, options);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function range(first: string): IDBKeyRange {
  return IDBKeyRange.bound([first], [first, []]);
}

function shelfIn(db: IDBDatabase): Shelf {
  return {
    lasting: true,
    get: async (room, key) => done(begun(db, [room], "readonly").objectStore(room).get(key)),
    async under(room, first) {
      const found: { key: Key; value: unknown }[] = [];
      const wanted = first === undefined ? undefined : range(first);
      const store = begun(db, [room], "readonly").objectStore(room);
      const all = done(store.getAll(wanted)).catch(() => null);
      const keys = (await done(store.getAllKeys(wanted))) as Key[];
      const values = await all;
      if (values) return keys.map((key, i) => ({ key, value: values[i] }));
      // One by one: a single value that the disk has lost must not take the others with it.
      for (const key of keys) {
        try {
          found.push({ key, value: await done(begun(db, [room], "readonly").objectStore(room).get(key)) });
        } catch (reason) {
          found.push({ key, value: new Unreadable(String(reason)) });
        }
      }
      return found;
    },
    write(writings, guard) {
      return new Promise((resolve, reject) => {
        const rooms = writings.map(({ room }) => room).concat(guard ? [guard.room] : []);
        const transaction = begun(db, Array.from(new Set(rooms)), "readwrite");
        let allowed = true;
        transaction.oncomplete = () => resolve(allowed);
        transaction.onabort = () => (allowed ? reject(transaction.error || new Error("aborted")) : resolve(false));
        const put = (): void => {
          try {
            for (const { room, key, value } of writings) {
              const store = transaction.objectStore(room);
              if (value === undefined) store.delete(key);
              else store.put(value, key);
            }
          } catch (reason) {
            // A value that cannot be cloned: nothing of the transaction may stand.
            reject(reason);
            transaction.abort();
          }
        };
        if (!guard) return put();
        const request = transaction.objectStore(guard.room).get(guard.key);
        request.onsuccess = () => {
          if (guard.allows(request.result)) return put();
          allowed = false;
          transaction.abort();
        };
      });
    },
    clear() {
      db.close();
      return new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(NAME);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("blocked"));
      });
    },
  };
}

/** What stands for a value that the disk could not give back. */
export class Unreadable {
  constructor(readonly reason: string) {}
}

/** A shelf that ends with the window: better than no form at all, and it says so. */
export function passingShelf(): Shelf {
  const rooms = new Map<Room, Map<string, { key: Key; value: unknown }>>();
  const room = (name: Room): Map<string, { key: Key; value: unknown }> => {
    if (!rooms.has(name)) rooms.set(name, new Map());
    return rooms.get(name)!;
  };
  return {
    lasting: false,
    get: async (name, key) => room(name).get(JSON.stringify(key))?.value,
    under: async (name, first) => Array.from(room(name).values())
      .filter(({ key }) => first === undefined || key[0] === first)
      .sort((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1)),
    async write(writings, guard) {
      if (guard && !guard.allows(room(guard.room).get(JSON.stringify(guard.key))?.value)) return false;
      for (const { room: name, key, value } of writings) {
        if (value === undefined) room(name).delete(JSON.stringify(key));
        else room(name).set(JSON.stringify(key), { key, value });
      }
      return true;
    },
    async clear() {
      rooms.clear();
    },
  };
}
