// Runs a program of an Odoo root in namespaces of its own: nothing of it, process or mount, outlives this program.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** `work` is seen by the program as /mnt, `socket` as /media; it runs as this user, who owns both. */
export type Room = { root: string; work: string; socket: string; uid: number; gid: number };

/** Ends the program when its own pipe closes: also after a kill -9 of the one who holds the other end. */
const GUARD = `exec 3<&0
"$@" </dev/null 3<&- & program=$!
{ read -r _ <&3; kill -KILL $program; } 2>/dev/null & guard=$!
exec 3<&-
wait $program; code=$?
kill $guard 2>/dev/null
exit $code`;

/**
 * The shell stays: it is the namespace's first process and dies with unshare, and everything in the namespace with it. A program
 * that changed its user would not be told.
 */
const ENTER = `mount -t proc proc "$1/proc" && mount --bind "$2" "$1/mnt" && mount --bind "$3" "$1/media" || exit 99
root=$1 who=$4
shift 4
chroot --userspec="$who" "$root" /usr/bin/env -i HOME=/mnt LANG=C.UTF-8 PATH=/usr/bin:/bin PYTHONDONTWRITEBYTECODE=1 "$@"
exit $?`;

/** `input` is what the program reads; its output goes to the file `log`. Closing the child's stdin ends it. */
export function enter(room: Room, command: readonly string[], log: string): ChildProcess {
  const out = openSync(log, 'a');
  const inside = ['/bin/sh', '-c', ENTER, 'enter', room.root, room.work, room.socket, `${room.uid}:${room.gid}`];
  const namespaces = ['unshare', '--mount', '--pid', '--fork', '--kill-child'];
  const child = spawn('/bin/sh', ['-c', GUARD, 'lettrage-odoo', ...namespaces, ...inside, ...command], {
    cwd: '/',
    // Ctrl-C reaches this program first, which then closes the pipe.
    detached: true,
    stdio: ['pipe', out, out],
  });
  closeSync(out);
  return child;
}
