// SPDX-License-Identifier: MIT
// What is measured, instruction by instruction: everything between the two reads of the counter
// counts, the moves of the arguments too. Each function gives x0 = result code, x1 = ticks between
// the reads; ticks are instructions under QEMU's icount. x18 is kept by the kernel and is free
// between calls.

        .section .text.measure, "ax"

        .macro  begin name
        .global bench_\name
bench_\name:
        mov     x10, x0
        mrs     x18, cntpct_el0
        .endm

        .macro  finish
        mrs     x11, cntpct_el0
        sub     x1, x11, x18
        ret
        .endm

// Nothing: what reading the counter costs.
        begin   nothing
        mrs     x11, cntpct_el0
        sub     x1, x11, x18
        mov     x0, xzr
        ret

// Number 0 is refused for ever.
        begin   null
        svc     #0
        finish

// x0 = semaphore that nobody waits for.
        begin   semaphore_up
        mov     x0, x10
        svc     #3
        finish

// x0 = semaphore whose count is not zero.
        begin   semaphore_down
        mov     x0, x10
        mov     x1, xzr
        mov     x2, xzr
        svc     #4
        finish

// x0 = portal of an echo server; one word.
        begin   call_word
        mov     x0, x10
        mov     x1, xzr
        mov     x2, #1
        svc     #1
        mrs     x11, cntpct_el0
        cmp     x2, #1                      // the echo must be the word
        csinv   x0, x0, xzr, eq
        sub     x1, x11, x18
        ret

// x0 = portal of an echo server; eight words.
        begin   call_words
        mov     x0, x10
        mov     x1, xzr
        mov     x2, #1
        mov     x3, #2
        mov     x4, #3
        mov     x5, #4
        mov     x6, #5
        mov     x7, #6
        mov     x8, #7
        mov     x9, #8
        svc     #1
        mrs     x11, cntpct_el0
        add     x2, x2, x3
        add     x4, x4, x5
        add     x6, x6, x7
        add     x8, x8, x9
        add     x2, x2, x4
        add     x6, x6, x8
        add     x2, x2, x6
        cmp     x2, #36                     // the echo must be the words
        csinv   x0, x0, xzr, eq
        sub     x1, x11, x18
        ret

// x0 = semaphore that the waiter of higher priority waits for. It reads the counter first thing and
// tells it to this partition's server, so the stamp is here when this thread runs again.
        begin   notify
        mov     x0, x10
        svc     #3
        adrp    x11, bench_stamp
        ldr     x11, [x11, #:lo12:bench_stamp]
        sub     x1, x11, x18
        ret

// The waiter: x0 = semaphore, x1 = portal of who raises it. Does not return.
        .global bench_wait
bench_wait:
        mov     x19, x0
        mov     x20, x1
1:      mov     x0, x19
        mov     x1, #-1                     // no deadline
        mov     x2, xzr
        svc     #4
        mrs     x2, cntpct_el0
        mov     x0, x20
        mov     x1, #1 << 32                // label 1: keep the word
        svc     #1
        b       1b

// The server, in place of the SDK's way into C#: x1 = descriptor, x2 to x9 = words. Label 0 is
// answered with what came.
        .global bulkhead_portal_entry
bulkhead_portal_entry:
        cbnz    x1, 1f
        svc     #2
1:      adrp    x10, bench_stamp
        str     x2, [x10, #:lo12:bench_stamp]
        mov     x1, xzr
        svc     #2
        brk     #3

        .section .bss.stamp, "aw", %nobits
        .balign 8
bench_stamp:
        .skip   8

        .section .text.measure, "ax"
// x0 = semaphore of another CPU, x1 = tick of the counter at which it is raised. Behind it an
// emulator that runs one CPU at a time may go on with the other.
        .global bench_raise_at
bench_raise_at:
        mrs     x2, cntpct_el0
        cmp     x2, x1
        b.lo    bench_raise_at
        svc     #3
        yield
        ret

// x0 = semaphore, x1 = a power of two; gives the counter behind the wait modulo it.
        .global bench_wait_tick
bench_wait_tick:
        mov     x18, x1
        mov     x1, #-1
        mov     x2, xzr
        svc     #4
        mrs     x11, cntpct_el0
        sub     x18, x18, #1
        and     x1, x11, x18
        ret
