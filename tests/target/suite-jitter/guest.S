// SPDX-License-Identifier: MIT
// What the time partition before the victim's window does: guests at EL1, their MMU off. x0 = where
// each counts its operations.

        .equ ALL_PRIORITIES, 0xff
        .equ NOWHERE, 0xa000000             // nothing is mapped there

        .include "attack.inc"

        .section .text.guests, "ax"

// Sleeps for as short a time as its timer allows.
        attack  guest_wait
        mov     x0, #ALL_PRIORITIES
        msr     S3_0_C4_C6_0, x0            // ICC_PMR_EL1
        mov     x0, #1
        msr     S3_0_C12_C12_7, x0          // ICC_IGRPEN1_EL1
        isb
1:      counted
        mov     x0, #1000
        msr     cntv_tval_el0, x0
        mov     x0, #1
        msr     cntv_ctl_el0, x0
        wfi
        wfe
        msr     cntv_ctl_el0, xzr
        mrs     x0, S3_0_C12_C12_0          // ICC_IAR1_EL1
        msr     S3_0_C12_C12_1, x0          // ICC_EOIR1_EL1
        b       1b

        attack  guest_tlbi
1:      counted
        tlbi    vmalle1is
        dsb     ish
        ic      iallu
        isb
        b       1b

        attack  guest_mmio
        ldr     x1, =NOWHERE
1:      counted
        ldr     w2, [x1]
        str     w2, [x1, #4]
        b       1b
