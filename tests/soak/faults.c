/* Preloaded into a child of the tests: counts the calls that change a tree, and at the chosen one kills the
   process, or lets that call (and, where asked, all later ones that need space) fail with an error. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char root[PATH_MAX];
static long kill_at = -1, fail_at = -1, calls = 0;
static int error = 0, from_then_on = 0;

__attribute__((constructor)) static void begin(void) { unsetenv("LD_PRELOAD"); }

/* Called by the child through ctypes, before its command begins. */
void faults_arm(const char *folder, long kill, long fail, int number, int sticky) {
    strncpy(root, folder, sizeof root - 1);
    kill_at = kill; fail_at = fail; error = number; from_then_on = sticky; calls = 0;
}
long faults_calls(void) { return calls; }

static int below(const char *path) {
    return root[0] && strncmp(path, root, strlen(root)) == 0;
}
static int named(int folder, const char *path) {
    char name[PATH_MAX], link[64];
    ssize_t size;
    if (path[0] == '/') return below(path);
    if (folder == AT_FDCWD) return getcwd(name, sizeof name) && below(name);
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    size = readlink(link, name, sizeof name - 1);
    if (size < 0) return 0;
    name[size] = 0;
    return below(name);
}
static int held(int file) {
    return root[0] && named(file, "");
}
/* 1 where the call shall fail; `space` says that it needs room on the disk. */
static int due(int concerned, int space) {
    if (!concerned) return 0;
    long number = calls++;
    if (number == kill_at) kill(getpid(), SIGKILL);
    if (fail_at >= 0 && (number == fail_at || (from_then_on && space && number > fail_at))) {
        errno = error;
        return 1;
    }
    return 0;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)
#define CHANGES(flags) ((flags) & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC))
#define OPENING(name)                                                                       \
    int name(const char *path, int flags, ...) {                                            \
        REAL(name); va_list more; va_start(more, flags);                                    \
        mode_t mode = va_arg(more, mode_t); va_end(more);                                   \
        if (CHANGES(flags) && due(named(AT_FDCWD, path), 1)) return -1;                     \
        return real(path, flags, mode);                                                     \
    }
#define OPENING_AT(name)                                                                    \
    int name(int folder, const char *path, int flags, ...) {                                \
        REAL(name); va_list more; va_start(more, flags);                                    \
        mode_t mode = va_arg(more, mode_t); va_end(more);                                   \
        if (CHANGES(flags) && due(named(folder, path), 1)) return -1;                       \
        return real(folder, path, flags, mode);                                             \
    }
OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

int rename(const char *from, const char *to) {
    REAL(rename);
    return due(named(AT_FDCWD, to), 0) ? -1 : real(from, to);
}
int renameat(int a, const char *from, int b, const char *to) {
    REAL(renameat);
    return due(named(b, to), 0) ? -1 : real(a, from, b, to);
}
int unlink(const char *path) {
    REAL(unlink);
    return due(named(AT_FDCWD, path), 0) ? -1 : real(path);
}
int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    return due(named(folder, path), 0) ? -1 : real(folder, path, flags);
}
int rmdir(const char *path) {
    REAL(rmdir);
    return due(named(AT_FDCWD, path), 0) ? -1 : real(path);
}
int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    return due(named(AT_FDCWD, path), 1) ? -1 : real(path, mode);
}
int mkdirat(int folder, const char *path, mode_t mode) {
    REAL(mkdirat);
    return due(named(folder, path), 1) ? -1 : real(folder, path, mode);
}
int chmod(const char *path, mode_t mode) {
    REAL(chmod);
    return due(named(AT_FDCWD, path), 0) ? -1 : real(path, mode);
}
int fsync(int file) {
    REAL(fsync);
    return due(held(file), 1) ? -1 : real(file);
}
ssize_t write(int file, const void *data, size_t size) {
    REAL(write);
    if (!held(file)) return real(file, data, size);
    /* Half of it is written first: a crash in the middle, and what a full disk does. */
    if (calls == kill_at || calls == fail_at) real(file, data, size / 2);
    return due(1, 1) ? -1 : real(file, data, size);
}
