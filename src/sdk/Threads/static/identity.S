// SPDX-License-Identifier: MIT
// Who a thread is, in tier 0: TPIDR_EL0 holds the address of its page.

        .equ UTCB, 0x200000                 // NativeLayout.Utcb
        .equ FIRST_BODY, 11                 // NativeLayout.FirstThread + 1

        .section .text.identity, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

// A body starts: x20 = its index; x19 to x21 and x30 are kept.
function bulkhead_body_identity
        add     x9, x20, x20
        add     x9, x9, #FIRST_BODY
        mov     x10, #UTCB
        add     x9, x10, x9, lsl #12
        msr     tpidr_el0, x9
        ret
        .size bulkhead_body_identity, . - bulkhead_body_identity

// Index of the calling thread: 0 for the main thread, n for the declared thread n, 7 for the server
// thread on the partition's CPU, 8 + n for the one on another CPU n.
function bulkhead_thread_index
        mrs     x0, tpidr_el0
        ubfx    x0, x0, #12, #8
        subs    x0, x0, #FIRST_BODY
        b.lo    1f
        lsr     x0, x0, #1
        ret
1:      stp     x29, x30, [sp, #-16]!       // a server thread, or main without a body
        bl      bulkhead_utcb
        ldp     x29, x30, [sp], #16
        ubfx    x0, x0, #12, #8
        cbz     x0, 2f
        add     x0, x0, #6
2:      ret
        .size bulkhead_thread_index, . - bulkhead_thread_index
