// SPDX-License-Identifier: MIT
// Instructions that C# has no words for.

        .section .text.machine, "ax"

// x0 = address; gives the word.
        .global guest_read
guest_read:
        ldr     w0, [x0]
        ret

// x0 = address, x1 = word.
        .global guest_write
guest_write:
        str     w1, [x0]
        ret

// The processor's own part of the interrupt controller: every priority, group 1, end of interrupt
// deactivates.
        .global guest_open_interrupts
guest_open_interrupts:
        mov     x0, #7
        msr     S3_0_C12_C12_5, x0          // ICC_SRE_EL1
        isb
        mov     x0, #0xff
        msr     S3_0_C4_C6_0, x0            // ICC_PMR_EL1
        msr     S3_0_C12_C12_4, xzr         // ICC_CTLR_EL1
        mov     x0, #1
        msr     S3_0_C12_C12_7, x0          // ICC_IGRPEN1_EL1
        isb
        ret

// Starts the second virtual CPU; gives PSCI's answer.
        .global guest_start_secondary
guest_start_secondary:
        ldr     x0, =0xc4000003             // CPU_ON
        mov     x1, #1
        ldr     x2, =guest_secondary
        mov     x3, xzr
        hvc     #0
        ret
