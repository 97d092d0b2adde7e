// SPDX-License-Identifier: MIT
// Waits with a pattern in every register that a hypercall preserves: x18 to x30, v0 to v31, FPCR.

        .equ SEMAPHORE_DOWN, 4
        .equ ROUND_DOWN, 0x800000

        .section .text.canary, "ax"

// x0 = semaphore, x1 = deadline, x2 = seed. Gives the number of registers that did not keep their
// pattern.
        .global canary_wait
canary_wait:
        stp     x29, x30, [sp, #-176]!
        stp     x19, x20, [sp, #16]
        stp     x21, x22, [sp, #32]
        stp     x23, x24, [sp, #48]
        stp     x25, x26, [sp, #64]
        stp     x27, x28, [sp, #80]
        stp     d8, d9, [sp, #96]
        stp     d10, d11, [sp, #112]
        stp     d12, d13, [sp, #128]
        stp     d14, d15, [sp, #144]
        str     x2, [sp, #160]
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        add     x3, x2, #\n
        dup     v\n\().2d, x3
        .endr
        .irp    n, 18,19,20,21,22,23,24,25,26,27,28,29,30
        sub     x\n, x2, #\n
        .endr
        mov     x3, #ROUND_DOWN
        msr     fpcr, x3
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        ldr     x2, [sp, #160]
        mov     x0, xzr
        .irp    n, 18,19,20,21,22,23,24,25,26,27,28,29,30
        add     x1, x\n, #\n
        cmp     x1, x2
        cinc    x0, x0, ne
        .endr
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        umov    x1, v\n\().d[0]
        umov    x3, v\n\().d[1]
        sub     x1, x1, #\n
        sub     x3, x3, #\n
        cmp     x1, x2
        ccmp    x3, x2, #0, eq
        cinc    x0, x0, ne
        .endr
        mrs     x1, fpcr
        cmp     x1, #ROUND_DOWN
        cinc    x0, x0, ne
        msr     fpcr, xzr
        ldp     d14, d15, [sp, #144]
        ldp     d12, d13, [sp, #128]
        ldp     d10, d11, [sp, #112]
        ldp     d8, d9, [sp, #96]
        ldp     x27, x28, [sp, #80]
        ldp     x25, x26, [sp, #64]
        ldp     x23, x24, [sp, #48]
        ldp     x21, x22, [sp, #32]
        ldp     x19, x20, [sp, #16]
        ldp     x29, x30, [sp], #176
        ret
