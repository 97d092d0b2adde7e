// SPDX-License-Identifier: MIT
// The guest's start at EL1, with its MMU off: its memory, its one method, and work for ever.

        .equ UART, 0x09000000
        .equ VECTORS_OPEN, 3 << 20          // CPACR_EL1
        .equ MARKED, 0x40200000             // behind what the kernel file loads, to the end
        .equ MARKED_END, 0x40400000
        .equ STRIDE, 0x1000

        .section .text.start, "ax"
        .global _start
_start:
        ldr     x1, =__stack_top
        mov     sp, x1
        mov     x29, xzr
        mov     x1, #VECTORS_OPEN
        msr     cpacr_el1, x1
        isb
        mov     x0, xzr
        ldr     x1, =MARKED
        ldr     x2, =MARKED_END
1:      ldr     x3, [x1]
        orr     x0, x0, x3
        str     x1, [x1]
        add     x1, x1, #STRIDE
        cmp     x1, x2
        b.lo    1b
        bl      guest_main
        b       .

// x0 = a byte.
        .global guest_put
guest_put:
        mov     x1, #UART
        str     w0, [x1]
        ret

        .global RhpThrowEx
RhpThrowEx:
        b       .

        .section .rodata.cookie, "a"
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0x5bd1e9950f3c7a00
