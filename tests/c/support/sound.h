/*
 * What the C test programs with sound share: WAV files with tones, written and listened to, and
 * terminals that play and record them.
 */
#ifndef SOUND_H
#define SOUND_H

#include "tapi_test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RATE 8000

/* Terminal classes as GUID text. */
#define MICROPHONE_CLASS "{AAF578EF-DC70-11D0-8ED3-00C04FB6809F}"
#define SPEAKERS_CLASS "{AAF578F0-DC70-11D0-8ED3-00C04FB6809F}"
#define PLAYER_CLASS "{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}"
#define RECORDER_CLASS "{521F3D06-C3D0-4511-8617-86B9A783DA77}"
#define MEDIA_STREAM_CLASS "{E2F7AEF7-4971-11D1-A671-006097C9A2E8}"

/* A folder of our own, which goes with the program's end. */
static inline const char *sound_folder(void)
{
    static char folder[] = "/tmp/tapi3-sound-XXXXXX";
    static int made;

    if (!made) {
        if (mkdtemp(folder) == NULL) {
            bail_out("no folder");
        }
        made = 1;
    }
    return folder;
}

/* The path of a file in it. Valid until the eighth call after this one. */
static inline const char *sound_path(const char *name)
{
    static char paths[8][200];
    static size_t next;
    char *path = paths[next++ % 8];

    snprintf(path, 200, "%s/%s", sound_folder(), name);
    return path;
}

static inline void put_number(FILE *file, unsigned long number, int bytes)
{
    for (; bytes > 0; bytes--, number >>= 8) {
        fputc((int)(number & 0xff), file);
    }
}

/* Writes a WAV file, 16 bit, mono, 8 kHz, with a tone of `hertz`. Up to 200 ms are read when a player
 * starts; on a busy machine more may not be read in time, and has gaps then. */
static inline void write_tone(const char *path, double hertz, unsigned milliseconds)
{
    unsigned long samples = (unsigned long)RATE * milliseconds / 1000, i;
    FILE *file = fopen(path, "wb");

    if (file == NULL) {
        bail_out("%s cannot be written", path);
    }
    fputs("RIFF", file);
    put_number(file, 36 + 2 * samples, 4);
    fputs("WAVEfmt ", file);
    put_number(file, 16, 4);
    put_number(file, 1, 2);
    put_number(file, 1, 2);
    put_number(file, RATE, 4);
    put_number(file, 2 * RATE, 4);
    put_number(file, 2, 2);
    put_number(file, 16, 2);
    fputs("data", file);
    put_number(file, 2 * samples, 4);
    for (i = 0; i < samples; i++) {
        double sample = 8000 * sin(6.283185307179586 * hertz * (double)i / RATE);
        put_number(file, (unsigned long)(long)sample & 0xffff, 2);
    }
    fclose(file);
}

/* What a WAV file holds. */
typedef struct Heard {
    unsigned rate;
    unsigned channels;
    /* What its header says, and what is there. */
    unsigned long said;
    unsigned long count;
    short *samples;
} Heard;

static inline unsigned long number_at(const unsigned char *bytes, int count)
{
    unsigned long number = 0;

    while (count-- > 0) {
        number = number << 8 | bytes[count];
    }
    return number;
}

/* Reads a WAV file of 16 bit PCM. Returns whether it is one; free `samples` then. */
static inline int read_wav(const char *path, Heard *heard)
{
    static unsigned char bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    size_t size, at = 12;

    memset(heard, 0, sizeof *heard);
    if (file == NULL) {
        return 0;
    }
    size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    if (size < 12 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0) {
        return 0;
    }
    while (at + 8 <= size) {
        size_t length = number_at(bytes + at + 4, 4);
        const unsigned char *content = bytes + at + 8;
        if (memcmp(bytes + at, "fmt ", 4) == 0 && length >= 16 && at + 24 <= size) {
            heard->channels = (unsigned)number_at(content + 2, 2);
            heard->rate = (unsigned)number_at(content + 4, 4);
        } else if (memcmp(bytes + at, "data", 4) == 0) {
            size_t there = size - at - 8, i;
            heard->said = length / 2;
            heard->count = (length < there ? length : there) / 2;
            heard->samples = (short *)malloc(2 * heard->count + 2);
            for (i = 0; i < heard->count; i++) {
                heard->samples[i] = (short)number_at(content + 2 * i, 2);
            }
            return heard->channels > 0 && heard->rate > 0;
        }
        at += 8 + length + (length & 1);
    }
    return 0;
}

/* For how many milliseconds a tone of `hertz` sounds in the first channel, in pieces of 20 ms. */
static inline unsigned tone_in(const Heard *heard, double hertz)
{
    size_t width = heard->rate / 50, start, i;
    unsigned found = 0;

    for (start = 0; (start + width) * heard->channels <= heard->count; start += width) {
        double angle = 6.283185307179586 * hertz / heard->rate, real = 0, imaginary = 0, all = 0;
        for (i = 0; i < width; i++) {
            double sample = heard->samples[(start + i) * heard->channels];
            real += sample * cos(angle * (double)i);
            imaginary += sample * sin(angle * (double)i);
            all += sample * sample;
        }
        /* A pure tone has all of its power there. */
        if (all > 1e6 * (double)width &&
            2 * (real * real + imaginary * imaginary) > 0.8 * all * (double)width) {
            found += 20;
        }
    }
    return found;
}

/* For how many milliseconds a file has this tone; 0 if it is no WAV file. */
static inline unsigned tone_in_file(const char *path, double hertz)
{
    Heard heard;
    unsigned found = 0;

    if (read_wav(path, &heard)) {
        found = heard.said == heard.count ? tone_in(&heard, hertz) : 0;
        free(heard.samples);
    }
    return found;
}

/* ---- Terminals ---- */

/* A text as some programs pass it: UTF-16 from CoTaskMemAlloc, without the length of a BSTR. */
static inline OLECHAR *plain_text(const char *text)
{
    size_t length = strlen(text), i;
    OLECHAR *plain = (OLECHAR *)CoTaskMemAlloc(2 * (length + 1));

    for (i = 0; i <= length; i++) {
        plain[i] = (OLECHAR)(unsigned char)text[i];
    }
    return plain;
}

/* A play list of one file, with 1 as its lower bound, as Visual Basic makes one. */
static inline VARIANT play_list(const char *path)
{
    VARIANT list, *element;
    SAFEARRAYBOUND bound = { 1, 1 };

    VariantInit(&list);
    list.vt = VT_ARRAY | VT_VARIANT;
    list.parray = SafeArrayCreate(VT_VARIANT, 1, &bound);
    SafeArrayAccessData(list.parray, (void **)&element);
    element->vt = VT_BSTR;
    element->bstrVal = tapi3_utf8_to_bstr(path);
    SafeArrayUnaccessData(list.parray);
    return list;
}

/* A terminal for this call; the caller releases it. */
static inline ITTerminal *request(ITBasicCallControl2 *call, const char *class_text, LONG media,
                                  TERMINAL_DIRECTION direction)
{
    OLECHAR *plain = plain_text(class_text);
    ITTerminal *terminal = NULL;
    HRESULT hr = ITBasicCallControl2_RequestTerminal(call, plain, media, direction, &terminal);

    CoTaskMemFree(plain);
    if (hr != S_OK) {
        bail_out("RequestTerminal: %s", hr_name(hr));
    }
    return terminal;
}

/* A player of this file, not yet on the call. */
static inline ITTerminal *player_of(ITBasicCallControl2 *call, const char *path)
{
    ITTerminal *terminal = request(call, PLAYER_CLASS, TAPIMEDIATYPE_AUDIO, TD_CAPTURE);
    ITMediaPlayback *playback = (ITMediaPlayback *)query(terminal, ID(IID_ITMediaPlayback));
    VARIANT list = play_list(path);
    HRESULT hr = ITMediaPlayback_put_PlayList(playback, list);

    VariantClear(&list);
    ITMediaPlayback_Release(playback);
    if (hr != S_OK) {
        bail_out("put_PlayList: %s", hr_name(hr));
    }
    return terminal;
}

/* A recorder into this file, not yet on the call. */
static inline ITTerminal *recorder_of(ITBasicCallControl2 *call, const char *path)
{
    ITTerminal *terminal = request(call, RECORDER_CLASS, TAPIMEDIATYPE_AUDIO, TD_RENDER);
    ITMediaRecord *record = (ITMediaRecord *)query(terminal, ID(IID_ITMediaRecord));
    BSTR name = tapi3_utf8_to_bstr(path);
    HRESULT hr = ITMediaRecord_put_FileName(record, name);

    SysFreeString(name);
    ITMediaRecord_Release(record);
    if (hr != S_OK) {
        bail_out("put_FileName: %s", hr_name(hr));
    }
    return terminal;
}

/* ITMediaControl::Start. */
static inline HRESULT start(void *terminal)
{
    ITMediaControl *control = (ITMediaControl *)query(terminal, ID(IID_ITMediaControl));
    HRESULT hr = ITMediaControl_Start(control);

    ITMediaControl_Release(control);
    return hr;
}

/* Takes the folder away with all that is in it. */
static inline void remove_sounds(void)
{
    char command[300];

    snprintf(command, sizeof command, "rm -r '%s'", sound_folder());
    if (system(command) != 0) {
        note("%s stays", sound_folder());
    }
}

#endif /* SOUND_H */
