// SPDX-License-Identifier: MIT
// What the threads of the suite do. They use no stack. x0 = block of each (VictimWord, CrowdWord),
// or the badge of a server (ServerBadge).

        .equ NOBODY, 73                     // Places
        .equ CALL, 1
        .equ REPLY, 2
        .equ SEMAPHORE_UP, 3
        .equ SEMAPHORE_DOWN, 4
        .equ CALL_UNTIL, 7

        .section .text.threads, "ax"

// Sleeps until its deadline, again and again, and keeps how late it was at worst; until it finds
// that the operation is over.
        .global longest_victim
longest_victim:
        mov     x19, x0
1:      ldr     x0, [x19]                   // VictimWord.Go
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        ldp     x20, x21, [x19, #16]        // first deadline, period
        ldr     x22, [x19, #40]             // worst so far
        ldr     x3, [x19, #48]              // VictimWord.Watches
        cbnz    x3, 10f
2:      mov     x0, #NOBODY
        mov     x1, x20
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        isb
        mrs     x1, cntpct_el0
        sub     x2, x1, x20
        cmp     x2, x22
        csel    x22, x2, x22, hi
3:      add     x20, x20, x21
        cmp     x20, x1
        b.ls    3b
        ldr     x3, [x19, #32]              // whether the operation is over
        cbz     x3, 2b
        str     x22, [x19, #40]
        ldr     x0, [x19, #8]               // VictimWord.Done
        svc     #SEMAPHORE_UP
        b       1b

// Or it runs, and keeps the longest time between two readings of the counter; until an instant.
10:     isb
        mrs     x1, cntpct_el0
11:     isb
        mrs     x2, cntpct_el0
        sub     x3, x2, x1
        mov     x1, x2
        cmp     x3, x22
        csel    x22, x3, x22, hi
        cmp     x2, x20
        b.lo    11b
        str     x22, [x19, #40]
        ldr     x0, [x19, #8]
        svc     #SEMAPHORE_UP
        b       1b

// Waits on a semaphore until a deadline.
        .global longest_wait
longest_wait:
        mov     x2, xzr
        ldp     x0, x1, [x0]
        svc     #SEMAPHORE_DOWN
park:   mov     x0, #NOBODY
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        b       park

// Calls a portal until a deadline.
        .global longest_call
longest_call:
        mov     x1, xzr
        ldr     x9, [x0, #8]
        ldr     x0, [x0]
        svc     #CALL_UNTIL
        b       park

// Works for 15,000 instructions whenever its semaphore is raised (Sweep.CheckInstructions).
        .global longest_spin
longest_spin:
        mov     x19, x0
4:      ldr     x0, [x19]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        mov     x1, #7500
5:      subs    x1, x1, #1
        b.ne    5b
        b       4b

// Never sleeps: uses up its budget.
        .global longest_run
longest_run:
        b       longest_run

// A server: waits, calls, waits again, faults, as its badge says; then replies.
        .global longest_serve
longest_serve:
        mov     x19, x0
        ands    x0, x19, #0xff
        b.eq    6f
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
6:      ubfx    x0, x19, #8, #8
        cbz     x0, 7f
        mov     x1, xzr
        svc     #CALL
7:      ubfx    x0, x19, #16, #8
        cbz     x0, 8f
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
8:      tbz     x19, #24, 9f
        mov     x1, #0x1000                 // nothing is mapped there
        ldr     x1, [x1]
9:      mov     x1, xzr
        svc     #REPLY

// Addresses of the entries: w0 = number (ThreadEntry).
        .global longest_entry
longest_entry:
        adr     x1, entries
        ldr     x0, [x1, w0, uxtw #3]
        ret
        .balign 8
entries:
        .quad   longest_victim, longest_wait, longest_call, longest_spin, longest_run
        .quad   longest_serve
