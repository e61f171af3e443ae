/*
 * How tapi_test.c and recording_client.c check and wait.
 */
#ifndef CHECKING_H
#define CHECKING_H

#include "tapi_test.h"

#include <stdarg.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One TAP line, and `extra` behind it if it is not `good`, which is returned. */
int report(int good, const char *extra, const char *what, va_list arguments);

/* How long to wait for anything that must happen. Generous, for machines under load. */
#define PATIENCE_SECONDS 60

/* When that is over, for wait_on. */
struct timespec patience(void);

/* pthread_cond_timedwait, but no cancellation point, as printing is none. */
int wait_on(pthread_cond_t *condition, pthread_mutex_t *lock, const struct timespec *until);

#ifdef __cplusplus
}
#endif

#endif
