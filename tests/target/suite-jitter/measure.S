// SPDX-License-Identifier: MIT
// The two threads that measure. They use no stack, and nothing but their blocks (VictimWord and
// ControlWord tell the words).

        .equ SEMAPHORE_UP, 3
        .equ SEMAPHORE_DOWN, 4
        .equ HISTOGRAM, 4096                // Places.HistogramOffset
        .equ LAST_BUCKET, 8191              // Places.BucketsMax - 1

        .section .text.measure, "ax"

// Reads the counter until its window begins: the first reading that is not too early is the first
// instruction, give or take one turn of the loop of four. Then it sleeps until shortly before the
// window ends, because an emulator takes its time for each reading: it is always in the middle of
// the loop when its window ends, and when the next one begins. x0 = VictimWord block.
        .global jitter_victim
jitter_victim:
        mov     x19, x0
        add     x18, x0, #HISTOGRAM
wait:   ldr     x0, [x19]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        cbnz    x0, wait
        ldp     x20, x21, [x19, #16]        // windows to go, start of the next
        ldr     x22, [x19, #32]             // of them in this frame
        mov     x23, xzr                    // windows that passed unseen
        mov     x24, xzr                    // greatest error
        mov     x25, xzr                    // windows beyond the limit
        ldp     x26, x27, [x19, #64]        // limit, delay of the self check
        ldr     x28, [x19, #104]            // length of a window
next:   isb
        mrs     x1, cntpct_el0
        cmp     x1, x21
        b.lo    next
        cbz     x27, 2f
        mov     x2, x27
1:      subs    x2, x2, #1
        b.ne    1b
        isb
        mrs     x1, cntpct_el0
2:      sub     x2, x1, x21
        cmp     x2, x24
        csel    x24, x2, x24, hi
        cmp     x2, x26
        cinc    x25, x25, hi
        cmp     x2, x28
        cinc    x23, x23, hs
        mov     x3, #LAST_BUCKET
        cmp     x2, x3
        csel    x2, x2, x3, lo
        ldr     x4, [x18, x2, lsl #3]
        add     x4, x4, #1
        str     x4, [x18, x2, lsl #3]
        ldp     x0, x1, [x19, #112]         // semaphore that nobody raises, time to sleep
        add     x1, x1, x21
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        ldp     x3, x4, [x19, #80]          // to the next window, windows of a frame
        subs    x22, x22, #1
        b.ne    3f
        mov     x22, x4
        ldr     x3, [x19, #96]              // from the last of a frame to the first of the next
3:      add     x21, x21, x3
        subs    x20, x20, #1
        b.ne    next
        stp     x23, x24, [x19, #40]
        str     x25, [x19, #56]
        ldr     x0, [x19, #8]
        svc     #SEMAPHORE_UP
        b       wait

// Sleeps until its release, works, and looks whether it was done before the next one. x0 =
// ControlWord block.
        .global jitter_control
jitter_control:
        mov     x19, x0
        ldp     x20, x21, [x19, #8]         // next release, period
4:      ldr     x0, [x19]
        mov     x1, x20
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        ldr     x1, [x19, #24]              // the job
5:      subs    x1, x1, #1
        b.ne    5b
        isb
        mrs     x1, cntpct_el0
        sub     x2, x1, x20                 // from release to end
        ldp     x3, x4, [x19, #32]          // periods, missed
        ldr     x5, [x19, #48]              // longest
        cmp     x2, x5
        csel    x5, x2, x5, hi
        add     x3, x3, #1
        add     x20, x20, x21
6:      cmp     x1, x20
        b.ls    7f
        add     x4, x4, #1
        add     x20, x20, x21
        b       6b
7:      stp     x3, x4, [x19, #32]
        str     x5, [x19, #48]
        b       4b

// Writes w1 to the device register at x0.
        .global jitter_write
jitter_write:
        str     w1, [x0]
        ret

// Addresses of the entries: w0 = number (ThreadEntry).
        .global jitter_entry
jitter_entry:
        adr     x1, entries
        ldr     x0, [x1, w0, uxtw #3]
        ret
        .balign 8
entries:
        .quad   jitter_victim, jitter_control
        .quad   attack_spin, attack_wait, attack_hypercalls, attack_faults, attack_console
        .quad   attack_interrupts, attack_ipc, attack_pages, attack_churn, attack_tree
        .quad   attack_map, attack_boot_console, attack_timers
        .quad   guest_wait, guest_tlbi, guest_mmio
