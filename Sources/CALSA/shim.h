#include <alsa/asoundlib.h>

// The library writes what goes wrong to standard error unless it is given a function with variable arguments, which Swift
// cannot make.
static void parvis_alsa_ignore(const char *file, int line, const char *function, int error, const char *format, ...) {
    (void)file; (void)line; (void)function; (void)error; (void)format;
}

static inline void parvis_alsa_silence(void) { snd_lib_error_set_handler(parvis_alsa_ignore); }
