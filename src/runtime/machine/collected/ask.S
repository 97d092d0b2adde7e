// SPDX-License-Identifier: MIT
// How the main thread makes the server thread come to rest: it calls it, and so lends it time and
// priority to finish what it is at.

        .equ SELF_PORTAL, 3                 // Selectors.SelfPortal
        .equ SELF_BADGE, 0x100              // Badge.Self
        .equ WAITS_PER_SECOND, 100          // 10 ms each

        .section .text.ask, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

// The label of the runtime's own call, with no words: the upper half of a descriptor.
        .macro  own_label register
        mov     \register, #0xec70 << 32
        movk    \register, #0xc011, lsl #48
        .endm

// Calls the server and waits a bounded time. Without a server thread the call is refused, and there
// is nobody to wait for.
function bulkhead_ask_server
        stp     x29, x30, [sp, #-96]!
        mov     x29, sp
        own_label x9
        stp     xzr, x9, [sp, #16]          // a message: badge, descriptor, eight words
        stp     xzr, xzr, [sp, #32]
        stp     xzr, xzr, [sp, #48]
        stp     xzr, xzr, [sp, #64]
        stp     xzr, xzr, [sp, #80]
        mov     x0, #SELF_PORTAL
        add     x1, sp, #16
        mrs     x2, cntfrq_el0
        mov     x9, #WAITS_PER_SECOND
        udiv    x2, x2, x9
        mrs     x9, cntpct_el0
        add     x2, x2, x9
        bl      bulkhead_call_until
        ldp     x29, x30, [sp], #96
        ret
        .size bulkhead_ask_server, . - bulkhead_ask_server

// x0 = message that the server got; gives whether it is the one above, which is answered then.
function bulkhead_is_own_call
        ldp     x1, x2, [x0]
        own_label x9
        cmp     x1, #SELF_BADGE
        ccmp    x2, x9, #0, eq
        cset    w1, eq
        cbz     w1, 1f
        stp     xzr, xzr, [x0, #8]
        stp     xzr, xzr, [x0, #24]
        stp     xzr, xzr, [x0, #40]
        stp     xzr, xzr, [x0, #56]
        str     xzr, [x0, #72]
1:      mov     w0, w1
        ret
        .size bulkhead_is_own_call, . - bulkhead_is_own_call
