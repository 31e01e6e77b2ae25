// The kept patch of the database driver (postgres.js 3.4.9), applied after every installation.
//
// Assumes exactly that version: each text to be replaced must be found once, else nothing is written.
// Promises that a connection may die at any instant without ending the process, without a query that
// waits for ever, and without a statement of a dead transaction running on the next connection.
// Plain JavaScript without dependencies: it runs under any Node from 18 on, before Node 24 is there.
// Upstream: porsager/postgres issues 1066, 1154, 1208; open pull requests 1168, 1209.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DRIVER_VERSION = '3.4.9';

/** Each hunk: why, the text as published, the text as it must be. */
const CONNECTION_HUNKS = [
  {
    why:
      'a parameter that cannot be encoded failed the query before it and shifted all later answers; ' +
      'BEGIN needed pipelining, without which a query on a connection has it for itself',
    find: `    try {
      q.state = backend
      query
        ? sent.push(q)
        : (query = q, query.active = true)

      build(q)
      return write(toBuffer(q))
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
        && (!q.options.onexecute || q.options.onexecute(connection))
`,
    put: `    q.abandon = abandon
    let frame
    try {
      q.state = backend
      build(q)
      frame = toBuffer(q)
    } catch (error) {
      query || (query = q, write(Sync))
      queryError(q, error)
      return true
    }

    try {
      query
        ? sent.push(q)
        : (query = q, query.active = true)

      const more = write(frame)
      q.options.onexecute && q.options.onexecute(connection)
      return more
        && !q.options.onexecute
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
`,
  },
  {
    why: 'a write to a socket that is gone threw from a timer, where nobody can catch it',
    find: `  function write(x, fn) {
`,
    put: `  function write(x, fn) {
    if (!socket)
      return settle()
`,
  },
  {
    why: 'the same, and the caller learns of it instead of waiting for ever',
    find: `  function nextWrite(fn) {
`,
    put: `  function abandon() {
    socket && socket.destroy(Errors.connection('CONNECTION_CLOSED', options))
  }

  function settle() {
    const lost = Errors.connection('CONNECTION_CLOSED', options)
    clearImmediate(nextWriteTimer)
    stream && (stream.destroy(lost), stream = null)
    query && queryError(query, lost)
    while (sent.length)
      queryError(sent.shift(), lost)
    chunk = nextWriteTimer = query = errorResponse = results = final = null
    result = new Result()
    rows = 0
    return false
  }

  function nextWrite(fn) {
    if (!socket)
      return settle()
`,
  },
  {
    why: 'a connection that was ended while it waited to reconnect came back to life',
    find: `    terminated = false
    backendParameters = {}
`,
    put: `    if (!initial && !cancelMessage)
      return
    terminated = false
    backendParameters = {}
`,
  },
  {
    why: 'a server that never answers the farewell kept the socket, and with it the process',
    find: `      socket.readyState === 'open' && socket.end(b().X().end())
`,
    put: `      socket.readyState === 'open' && socket.end(b().X().end())
      const farewell = socket
      setTimeout(() => farewell.destroy(), 1000).unref()
`,
  },
  {
    why: 'bytes, queries and answers of the dead socket were kept for the next one',
    find: `    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime = performance.now()
`,
    put: `    socket = null
    settle()
    closedTime = performance.now()

    if (initial) {
      delay = (typeof backoff === 'function' ? backoff(options.shared.retries) : backoff) * 1000
      return reconnect()
    }

`,
  },
];

const INDEX_HUNKS = [
  {
    why: 'lets the owner of the pool see, and put a deadline on, every query of the pool',
    find: `  function handler(query) {
    if (ending)
`,
    put: `  function handler(query) {
    options.guard && options.guard(query)
    if (ending)
`,
  },
  {
    why: 'a transaction whose connection died went on, outside any transaction, on the next one',
    find: `      , connection
      , prepare = null
`,
    put: `      , connection
      , lost = null
      , pool = sql.options
      , prepare = null
`,
  },
  {
    why: 'the same: what still waits in it is refused',
    find: `        new Promise((_, reject) => connection.onclose = reject)
`,
    put: `        new Promise((_, reject) => connection.onclose = e => {
          lost = e = pool.asLost ? pool.asLost(e) : e
          while (queries.length)
            queries.shift().reject(e)
          reject(e)
        })
`,
  },
  {
    why: 'the same: what comes later is refused',
    find: `        q.catch(e => uncaughtError || (uncaughtError = e))
`,
    put: `        pool.guard && pool.guard(q)
        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
`,
  },
  {
    why: 'lets the server refuse to start on an unpatched driver',
    find: `  return {
    host            : Array.isArray(host)`,
    put: `  return {
    settlesLostQueries: true,
    host            : Array.isArray(host)`,
  },
];

const TYPES_HUNKS = [
  {
    why: 'an array of booleans was declared as one boolean; the server knows better',
    find: `      : (parameters.push(x), inferType(x))
`,
    put: `      : (parameters.push(x), Array.isArray(x) ? 0 : inferType(x))
`,
  },
];

const FILES = [
  { path: 'src/connection.js', hunks: CONNECTION_HUNKS },
  { path: 'src/index.js', hunks: INDEX_HUNKS },
  { path: 'src/types.js', hunks: TYPES_HUNKS },
  { path: 'cjs/src/types.js', hunks: TYPES_HUNKS },
  { path: 'cjs/src/connection.js', hunks: CONNECTION_HUNKS },
  { path: 'cjs/src/index.js', hunks: INDEX_HUNKS },
];

const MARK = `// patched by yichuang ${createHash('sha256')
  .update(JSON.stringify(FILES))
  .digest('hex')
  .slice(0, 16)}\n`;

/** The driver's folder below the given root of the repository. */
function driverFolder(root) {
  return join(root, 'node_modules', 'postgres');
}

/** Patches the driver; a second run changes nothing. Throws one sentence when the driver is another one. */
export function patchPostgres(root) {
  const folder = driverFolder(root);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (version !== DRIVER_VERSION) {
    throw new Error(`The patch is for postgres ${DRIVER_VERSION}, but ${version} is installed.`);
  }
  for (const { path, hunks } of FILES) patchFile(join(folder, path), hunks);
}

/** Throws when any file of the driver lacks this very patch. */
export function assertPatched(root) {
  for (const { path } of FILES) {
    if (!readFileSync(join(driverFolder(root), path), 'utf8').startsWith(MARK)) {
      throw new Error(`The database driver is not patched (${path}): run npm ci again.`);
    }
  }
}

function patchFile(path, hunks) {
  const present = readFileSync(path, 'utf8');
  if (present.startsWith(MARK)) return;
  const originalPath = `${path}.published`;
  const original = existsSync(originalPath) ? readFileSync(originalPath, 'utf8') : present;
  let text = original;
  for (const { find, put } of hunks) {
    const parts = text.split(find);
    if (parts.length !== 2) {
      throw new Error(
        `The patch does not fit ${path}: a text was found ${parts.length - 1} times.`,
      );
    }
    text = parts.join(put);
  }
  if (!existsSync(originalPath)) replaceFile(originalPath, original);
  replaceFile(path, MARK + text);
}

/** Two starts at once may patch together: each writes its own file and renames it. */
function replaceFile(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

const invoked = process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url;
if (invoked) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  // npm runs its scripts in a dry run as well, when nothing is installed.
  if (existsSync(driverFolder(root))) patchPostgres(root);
}
