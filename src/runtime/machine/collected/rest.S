// SPDX-License-Identifier: MIT
// Where a thread comes to rest so that a collection finds all its references: what callees keep
// goes onto its stack, and its record says from where on.

        .include "../runtime.inc"

        .equ OUTSIDE, 0                     // Internal.Runtime.ThreadState
        .equ RUNNING, 1
        .equ RESTING, 2
        .equ PAUSE_SELECTOR, 254            // no other use
        .equ PAUSES_PER_SECOND, 50000

        .section .text.rest, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

        .macro  push_kept
        stp     x29, x30, [sp, #-112]!
        stp     x19, x20, [sp, #16]
        stp     x21, x22, [sp, #32]
        stp     x23, x24, [sp, #48]
        stp     x25, x26, [sp, #64]
        stp     x27, x28, [sp, #80]
        mrs     x9, tpidr_el0
        mov     x10, sp
        str     x10, [x9, #THREAD_STACK_POINTER]
        .endm

        .macro  pop_kept
        ldp     x19, x20, [sp, #16]
        ldp     x21, x22, [sp, #32]
        ldp     x23, x24, [sp, #48]
        ldp     x25, x26, [sp, #64]
        ldp     x27, x28, [sp, #80]
        ldp     x29, x30, [sp], #112
        .endm

// From now on the thread may touch objects again; \waiting is its state while somebody collects.
// Changes x9 to x11; a collection in between also x0 to x17.
        .macro  wake waiting
1:      mrs     x9, tpidr_el0
        mov     x10, #RUNNING
        str     x10, [x9, #THREAD_STATE]
        dmb     ish
        adrp    x10, collecting
        ldr     w11, [x10, #:lo12:collecting]
        cbz     w11, 2f
        mov     x10, #\waiting
        str     x10, [x9, #THREAD_STATE]
        bl      pause
        b       1b
2:
        .endm

// Sleeps for a moment on a semaphore that nobody raises, so that who collects goes on, whatever its
// priority.
pause:
        mov     x0, #PAUSE_SELECTOR
        mov     x1, xzr
        svc     #13                         // CreateSemaphore; refused from the second time on
        mrs     x1, cntfrq_el0
        mov     x2, #PAUSES_PER_SECOND
        udiv    x1, x1, x2
        mrs     x2, cntpct_el0
        add     x1, x1, x2
        mov     x0, #PAUSE_SELECTOR
        mov     x2, xzr
        svc     #4                          // SemaphoreDown
        ret

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
        bl      pause
        wake    RESTING
        pop_kept
        ret
        .size bulkhead_pause_resting, . - bulkhead_pause_resting

// Hypercalls that wait: the thread rests meanwhile. What they are told may lead into an object,
// too.
        .macro  waiting_call name
function __wrap_bulkhead_\name
        push_kept
        stp     x0, x1, [sp, #-32]!
        str     x2, [sp, #16]
        mov     x10, sp
        str     x10, [x9, #THREAD_STACK_POINTER]
        mov     x10, #RESTING
        str     x10, [x9, #THREAD_STATE]
        bl      __real_bulkhead_\name
        stp     x0, x1, [sp]
        wake    RESTING
        ldp     x0, x1, [sp], #32
        pop_kept
        ret
        .size __wrap_bulkhead_\name, . - __wrap_bulkhead_\name
        .endm

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

function bulkhead_collecting
        adrp    x0, collecting
        add     x0, x0, :lo12:collecting
        ret
        .size bulkhead_collecting, . - bulkhead_collecting

        .section .data.rest, "aw"
        .balign 4
collecting:
        .word   0
