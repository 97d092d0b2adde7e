// SPDX-License-Identifier: MIT
// The ways to misbehave that C# does not offer. None returns.

        .section .text.assist, "ax"

        .global assist_read
assist_read:                                // x0 = address
        ldr     x0, [x0]
        brk     #0x55

        .global assist_write
assist_write:                               // x0 = address
        str     xzr, [x0]
        brk     #0x55

        .global assist_jump
assist_jump:                                // x0 = address
        br      x0

        .global assist_undefined
assist_undefined:
        udf     #0

        .global assist_recurse
assist_recurse:
        stp     x29, x30, [sp, #-512]!
        bl      assist_recurse

// Every hypercall number with every argument all ones, over and over.
        .global assist_storm
assist_storm:
        mov     x20, xzr
        .irp    number, 0,1,3,4,6,7,8,9,10,11,12,13,14,15,16,17,18,20,21,24,25,26,28,29,30,36,37,38,255,65535
        .irp    register, 0,1,2,3,4,5,6,7,8,9
        mov     x\register, #-1
        .endr
        svc     #\number
        .endr
        b       assist_storm
