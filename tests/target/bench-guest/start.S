// SPDX-License-Identifier: MIT
// The guest's start at EL1 with the MMU off, its vectors, and the symbols that compiled code
// expects.

        .equ PSCI_SYSTEM_OFF, 0x84000008
        .equ FLOATING_POINT, 3 << 20        // CPACR_EL1: open, compiled code copies with vectors

        .macro  prepare stack
        ldr     x1, =\stack
        mov     sp, x1
        mov     x29, xzr
        ldr     x1, =vectors
        msr     vbar_el1, x1
        mov     x1, #FLOATING_POINT
        msr     cpacr_el1, x1
        isb
        .endm

        .section .text.start, "ax"
        .global _start
_start:
        prepare __stack_top
        ldr     x0, =__clear_start
        ldr     x1, =__clear_end
1:      stp     xzr, xzr, [x0], #16
        cmp     x0, x1
        b.lo    1b
        bl      guest_main
        .global guest_off
guest_off:
        ldr     w0, =PSCI_SYSTEM_OFF
        hvc     #0
        b       .

// The second virtual CPU: sets its interrupts up, then answers in guest_pong.
        .global guest_secondary
guest_secondary:
        prepare __secondary_stack_top
        mov     x0, #1
        bl      guest_prepare
        b       guest_pong

        .balign 2048
vectors:
        .rept   5
        .balign 128
        b       unexpected
        .endr
// An interrupt of this level: x20 gets the counter, first thing. x21 is destroyed; nothing else of
// the interrupted code is.
        .balign 128
        mrs     x20, cntvct_el0
        msr     cntv_ctl_el0, xzr
        isb
        mrs     x21, S3_0_C12_C12_0         // ICC_IAR1_EL1
        msr     S3_0_C12_C12_1, x21         // ICC_EOIR1_EL1
        eret
        .rept   10
        .balign 128
        b       unexpected
        .endr

unexpected:
        mrs     x0, esr_el1
        mrs     x1, elr_el1
        mrs     x2, far_el1
        bl      guest_fault
        b       guest_off

        .global RhpThrowEx
RhpThrowEx:
        mov     x1, x30
        mov     x2, xzr
        bl      guest_fault
        b       guest_off

        .section .rodata.cookie, "a"
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0x5bd1e9950f3c7a00
