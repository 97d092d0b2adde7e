// SPDX-License-Identifier: MIT
// What is measured: everything between two reads of the counter; arguments are moved between them.
// Each function gives the ticks between the reads; ticks are instructions under QEMU's icount.
// Interrupts are closed but where a handler is waited for.

        .equ PSCI_VERSION, 0x84000000
        .equ OPEN, 2                        // DAIF.I as daifset and daifclr take it

        .section .text.measure, "ax"

        .macro  begin name
        .global guest_\name
guest_\name:
        mrs     x18, cntvct_el0
        .endm

        .macro  finish
        mrs     x17, cntvct_el0
        sub     x0, x17, x18
        ret
        .endm

        begin   nothing
        finish

        begin   hypercall
        movz    w0, #PSCI_VERSION >> 16, lsl #16
        mov     x1, xzr
        mov     x2, xzr
        mov     x3, xzr
        hvc     #0
        finish

        begin   identification
        mrs     x0, id_aa64pfr0_el1
        finish

// x0 = address of a device register.
        begin   device_read
        ldr     w1, [x0]
        finish

// x0 = address, x1 = value.
        begin   device_write
        str     w1, [x0]
        finish

// A loop of 1,000,000 instructions.
        .global guest_compute
guest_compute:
        ldr     x1, =500000
        mrs     x18, cntvct_el0
1:      subs    x1, x1, #1
        b.ne    1b
        finish

// Waits for the handler, which puts the counter into x20; x19 = where the time starts.
        .macro  frame
        stp     x19, x20, [sp, #-32]!
        str     x21, [sp, #16]
        mov     x20, xzr
        .endm

        .macro  unframe
        msr     daifset, #OPEN
        sub     x0, x20, x19
        ldr     x21, [sp, #16]
        ldp     x19, x20, [sp], #32
        ret
        .endm

// x0 = value for ICC_SGI1R_EL1 that names this processor.
        .global guest_interrupt_self
guest_interrupt_self:
        frame
        msr     daifclr, #OPEN
        mrs     x19, cntvct_el0
        msr     S3_0_C12_C11_5, x0          // ICC_SGI1R_EL1
1:      cbz     x20, 1b
        unframe

        .macro  arm_timer
        mrs     x19, cntvct_el0
        add     x19, x19, x0
        msr     cntv_cval_el0, x19
        mov     x1, #1
        msr     cntv_ctl_el0, x1
        isb
        msr     daifclr, #OPEN
        .endm

// x0 = ticks from now. The time starts when the timer expires.
        .global guest_timer_spinning
guest_timer_spinning:
        frame
        arm_timer
1:      cbz     x20, 1b
        unframe

        .global guest_timer_waiting
guest_timer_waiting:
        frame
        arm_timer
1:      wfi
        cbz     x20, 1b
        unframe

// One virtual CPU gives the processor to the other by waiting: an interrupt for the other is
// pending, its own is not. The time is from before the wait to behind the other's wait.
        .macro  hand_over vectors
        msr     S3_0_C12_C11_5, x19         // ICC_SGI1R_EL1: the other may run
        mrs     x9, cntvct_el0
        str     x9, [x20]
        wfi
        .if     \vectors
        fmov    x10, d0                     // vectors belong to this one now
        .endif
        mrs     x10, cntvct_el0
        ldr     x9, [x20]
        sub     x0, x10, x9
        mrs     x11, S3_0_C12_C12_0         // ICC_IAR1_EL1
        msr     S3_0_C12_C12_1, x11         // ICC_EOIR1_EL1
        .endm

// x0 = value for ICC_SGI1R_EL1 that names the other, x1 = 1 with vector registers.
        .global guest_ping
guest_ping:
        stp     x19, x20, [sp, #-16]!
        mov     x19, x0
        ldr     x20, =stamp
        str     x1, [x20, #8]
        cbnz    x1, 1f
        hand_over 0
        b       2f
1:      hand_over 1
2:      ldp     x19, x20, [sp], #16
        ret

// The other: for ever.
        .global guest_pong
guest_pong:
        ldr     x19, =(2 << 24) | 1         // interrupt 2 to processor 0
        ldr     x20, =stamp
        wfi
        b       2f
1:      ldr     x1, [x20, #8]
        cbnz    x1, 3f
        hand_over 0
        b       1b
2:      mrs     x11, S3_0_C12_C12_0
        msr     S3_0_C12_C12_1, x11
        b       1b
3:      hand_over 1
        b       1b

        .section .bss.stamp, "aw", %nobits
        .balign 16
stamp:
        .skip   16
