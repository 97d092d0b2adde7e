// SPDX-License-Identifier: MIT
// The bare machine for the zoo: QEMU's virt board at EL2, caches off, PL011 as it is after reset.

        .equ    UART, 0x09000000
        .equ    PSCI_SYSTEM_OFF, 0x84000008
        .equ    SEED, 3

        .section .text.start, "ax"
        .global _start
_start:
        adrp    x0, stack_top
        mov     sp, x0
        mov     x29, xzr
        // Vector registers are for anybody here: the zoo's copies may use them.
        mov     x0, #0x33ff
        msr     cptr_el2, x0
        isb
        mov     x0, #SEED
        bl      zoo_run
        mov     w19, w0
        bl      zoo_text
        mov     x20, #UART
1:      ldrb    w1, [x0], #1
        str     w1, [x20]
        subs    w19, w19, #1
        b.ne    1b
        mov     x0, #SEED
        bl      zoo_panic
        // Not reached: zoo_panic leaves by RhpThrowEx.
        b       .

        .global RhpThrowEx
RhpThrowEx:
        mov     x20, #UART
        mov     w1, #'!'
        str     w1, [x20]
        add     w0, w0, #'0'
        str     w0, [x20]
        mov     w1, #'\n'
        str     w1, [x20]
        ldr     w0, =PSCI_SYSTEM_OFF
        smc     #0
2:      wfi
        b       2b

        .section .rodata.cookie, "a"
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0x5bd1e9950f3c7a00
