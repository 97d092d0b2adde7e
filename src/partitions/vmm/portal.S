// SPDX-License-Identifier: MIT
// The server thread's entry instead of the SDK's: a read whose answer is at hand never has its
// message in memory. x0 = badge, x1 = descriptor, x2 to x9 = words, sp = stack top.

        .equ MESSAGE_BYTES, 80              // sizeof(Message)

        .section .text.portal, "ax"
        .global bulkhead_portal_entry
bulkhead_portal_entry:
        mov     x29, xzr                    // ends the frame chain for debuggers
        stp     x0, x1, [sp, #-MESSAGE_BYTES]!
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
        bl      vmm_peek                    // x0 = action or 0, x1 = value
        cbz     x0, bulkhead_portal_message
        mov     x2, x0
        mov     x3, x1
        mov     x1, xzr
        svc     #2                          // Reply: comes back only when refused
        brk     #3
