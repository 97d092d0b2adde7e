// SPDX-License-Identifier: MIT
// Instructions that C# has no words for. Accesses may raise exceptions: the handler steps over
// them.

        .section .text.machine, "ax"

        .macro  access name, load, store, register
        .global guest_read\name
guest_read\name:
        mov     x1, x0
        mov     x0, #-1
        \load   \register\()0, [x1]
        ret
        .global guest_write\name
guest_write\name:
        \store  \register\()1, [x0]
        ret
        .endm

        access  8, ldrb, strb, w
        access  16, ldrh, strh, w
        access  32, ldr, str, w
        access  64, ldr, str, x

// Word x0 of guest_exception.
        .global guest_exception_word
guest_exception_word:
        ldr     x1, =guest_exception
        ldr     x0, [x1, x0, lsl #3]
        ret

// How exceptions are answered: 0 they are not expected, 1 step over, 2 go to x30.
        .global guest_expect
guest_expect:
        ldr     x1, =guest_exception
        str     x0, [x1]
        ret

// Jumps to x0; comes back by the exception that this raises.
        .global guest_fetch
guest_fetch:
        stp     x29, x30, [sp, #-16]!
        blr     x0
        ldp     x29, x30, [sp], #16
        ret

// Returns from an exception that never was, to the state x0.
        .global guest_illegal_return
guest_illegal_return:
        stp     x29, x30, [sp, #-16]!
        adr     x30, 1f
        msr     elr_el1, x30
        msr     spsr_el1, x0
        isb
        eret
1:      ldp     x29, x30, [sp], #16
        ret

// x0 = 1 opens interrupts, 0 closes them.
        .global guest_open
guest_open:
        cbz     x0, 1f
        msr     daifclr, #2
        isb
        ret
1:      msr     daifset, #2
        isb
        ret

        .global guest_wait
guest_wait:
        dsb     sy
        wfi
        ret

        .global guest_counter
guest_counter:
        isb
        mrs     x0, cntvct_el0
        ret

        .global guest_acknowledge
guest_acknowledge:
        mrs     x0, S3_0_C12_C12_0          // ICC_IAR1_EL1
        dsb     sy
        ret

        .global guest_end_interrupt
guest_end_interrupt:
        msr     S3_0_C12_C12_1, x0          // ICC_EOIR1_EL1
        isb
        ret

        .global guest_secondary_entry
guest_secondary_entry:
        ldr     x0, =guest_secondary
        ret

        .global guest_timer_entry
guest_timer_entry:
        ldr     x0, =guest_timer_secondary
        ret

        .global guest_hammer_entry
guest_hammer_entry:
        ldr     x0, =guest_hammer
        ret

        .global guest_call
guest_call:
        hvc     #0
        ret

        .global guest_address
guest_address:
        ret

        .global guest_code
guest_code:
        ldr     x0, =CODE
        ret

        .global guest_silence_virtual
guest_silence_virtual:
        msr     cntv_ctl_el0, xzr
        isb
        ret

        .global guest_silence_physical
guest_silence_physical:
        msr     cntp_ctl_el0, xzr
        isb
        ret

        .global guest_start_virtual
guest_start_virtual:
        msr     cntv_cval_el0, x0
        mov     x0, #1
        msr     cntv_ctl_el0, x0
        isb
        ret
