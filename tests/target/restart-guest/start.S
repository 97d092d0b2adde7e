// SPDX-License-Identifier: MIT
// The guest's start at EL1, with its MMU off: its memory, its one method, and work for ever.

        .equ UART, 0x09000000
        .equ VECTORS_OPEN, 3 << 20          // CPACR_EL1
        .equ MARKED, 0x40100000             // behind the kernel, before the device tree
        .equ MARKED_END, 0x40180000
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
        ldr     x1, =old
        ldr     x2, =new
        cmp     x0, #1
        csel    x1, x2, x1, eq
        mov     x2, #UART
2:      ldrb    w0, [x1], #1
        cbz     w0, .
        str     w0, [x2]
        b       2b

        .global RhpThrowEx
RhpThrowEx:
        b       .

        .section .rodata.text, "a"
new:    .asciz  "memory is new\r\n"
old:    .asciz  "memory is old\r\n"

        .section .rodata.cookie, "a"
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0x5bd1e9950f3c7a00
