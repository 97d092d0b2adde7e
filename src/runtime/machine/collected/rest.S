// SPDX-License-Identifier: MIT
// Where a thread comes to rest so that a collection finds all its references: what callees keep
// goes onto its stack, and its record says from where on.

        .include "../runtime.inc"
        .include "rest.inc"

        .equ FIRST_SELECTOR, 252            // less a thread's number, as in ThreadWait
        .equ PAUSES_PER_SECOND, 50000

        .section .text.rest, "ax"

// Sleeps for a moment, so that who collects goes on, whatever its priority: on the thread's own
// semaphore, or on one that nobody raises. Whoever is woken looks again at what it waits for, so
// that a token too few does no harm.
function bulkhead_pause
        mrs     x9, tpidr_el0
        ldr     x10, [x9, #THREAD_SEMAPHORE]
        cbnz    x10, 1f
        ldr     x10, [x9, #THREAD_NUMBER]
        mov     x18, #FIRST_SELECTOR
        sub     x18, x18, x10
        mov     x0, x18
        mov     x1, xzr
        svc     #13                         // CreateSemaphore; refused from the second time on
        mov     x10, x18
1:      mov     x0, x10
        mrs     x1, cntfrq_el0
        mov     x2, #PAUSES_PER_SECOND
        udiv    x1, x1, x2
        mrs     x2, cntpct_el0
        add     x1, x1, x2
        mov     x2, xzr
        svc     #4                          // SemaphoreDown
        ret
        .size bulkhead_pause, . - bulkhead_pause

// Collects; the caller holds the heap and everybody else rests.
function bulkhead_collect_resting
        push_kept
        bl      bulkhead_collect
        pop_kept
        ret
        .size bulkhead_collect_resting, . - bulkhead_collect_resting

// Lets others go on.
function bulkhead_pause_resting
        push_kept
        mov     x10, #RESTING
        str     x10, [x9, #THREAD_STATE]
        bl      bulkhead_pause
        wake    RESTING
        pop_kept
        ret
        .size bulkhead_pause_resting, . - bulkhead_pause_resting

        waiting_call semaphore_down
        waiting_call call
        waiting_call call_until
        waiting_call call_word

// x0 = message: a call of the partition's portal. The server is outside before and afterwards.
function bulkhead_serve
        stp     x29, x30, [sp, #-32]!
        mov     x29, sp
        str     x0, [sp, #16]
        wake    OUTSIDE
        bl      bulkhead_request_begin
        ldr     x0, [sp, #16]
        bl      bulkhead_is_own_call
        cbnz    x0, 3f
        ldr     x0, [sp, #16]
        bl      bulkhead_portal
3:      mrs     x9, tpidr_el0
        str     xzr, [x9, #THREAD_STATE]    // OUTSIDE
        ldp     x29, x30, [sp], #32
        ret
        .size bulkhead_serve, . - bulkhead_serve

function bulkhead_collector
        adrp    x0, bulkhead_collector_word
        add     x0, x0, :lo12:bulkhead_collector_word
        ret
        .size bulkhead_collector, . - bulkhead_collector

        .section .data.rest, "aw"
        .balign 4
        .global bulkhead_collector_word
bulkhead_collector_word:
        .word   0
