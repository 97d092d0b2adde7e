// SPDX-License-Identifier: MIT
// The sets of registers that are switched as a whole.

        .section .text.switching, "ax"
        .macro  each_system operation
        \operation 1, ttbr0_el1, 2, ttbr1_el1
        \operation 3, tcr_el1, 4, mair_el1
        \operation 5, amair_el1, 6, vbar_el1
        \operation 9, esr_el1, 10, far_el1
        \operation 11, afsr0_el1, 12, afsr1_el1
        \operation 13, elr_el1, 14, spsr_el1
        \operation 15, sp_el1, 16, tpidr_el1
        \operation 17, par_el1, 28, vmpidr_el2
        \operation 19, csselr_el1, 27, cntvoff_el2
        \operation 26, cntv_cval_el0, 7, contextidr_el1
        .endm

        .macro  save_two slot1, register1, slot2, register2
        mrs     x1, \register1
        mrs     x2, \register2
        str     x1, [x0, #\slot1 * 8]
        str     x2, [x0, #\slot2 * 8]
        .endm

        .macro  load_two slot1, register1, slot2, register2
        ldr     x1, [x0, #\slot1 * 8]
        ldr     x2, [x0, #\slot2 * 8]
        msr     \register1, x1
        msr     \register2, x2
        .endm

        .macro  each_shared operation
        \operation 0, sctlr_el1, 8, cpacr_el1
        \operation 18, cntkctl_el1, 20, mdscr_el1
        \operation 32, cnthctl_el2, 24, tpidrro_el0
        .endm

// ICH_VMCR_EL2, ICH_AP0R0_EL2, ICH_AP1R0_EL2, ICH_HCR_EL2
        .macro  each_interface operation
        \operation 0, S3_4_C12_C11_7, 1, S3_4_C12_C8_0
        \operation 2, S3_4_C12_C9_0, 19, S3_4_C12_C11_0
        .endm

        .macro  set name                    // x0 = words
        .global arm64_save_\name, arm64_load_\name
arm64_save_\name:
        each_\name save_two
        ret
arm64_load_\name:
        each_\name load_two
        ret
        .endm

// What acts on EL0 even under TGE: VirtualCpu.System words of the owner.
        set     shared
// Interface of the virtual interrupt controller without the list registers: VirtualCpu.Interface
// words.
        set     interface

// The same for native threads: little endian, cache maintenance and zeroing by line allowed,
// physical counter readable, virtual counter not.
        .global arm64_load_native, arm64_enter_native
arm64_enter_native:
        each_shared save_two
arm64_load_native:
        ldr     x1, =0x34d5d810
        mov     x2, #3 << 20
        msr     sctlr_el1, x1
        msr     cpacr_el1, x2
        mov     x1, #1
        msr     cntkctl_el1, x1
        msr     mdscr_el1, xzr
        msr     tpidrro_el0, xzr
// Emulators ask for CNTHCTL_EL2.EL1PCEN too before EL0 reads the counter; the timer itself stays
// closed to EL0 by CNTKCTL_EL1.
        mov     x1, #3
        msr     cnthctl_el2, x1
        ret

// The rest of the EL1 state and the virtual timer; the timer is off afterwards. x0 = System words.
        .global arm64_save_system
arm64_save_system:
        mrs     x1, cntv_ctl_el0
        msr     cntv_ctl_el0, xzr
        str     x1, [x0, #25 * 8]
        each_system save_two
        ret

        .global arm64_load_system
arm64_load_system:
        each_system load_two
        isb
        ldr     x1, [x0, #25 * 8]
        msr     cntv_ctl_el0, x1
        ret

// Vector registers: x0 = words. Access is open.
        .macro  move_vectors operation
        .irp    pair, "q0,q1", "q2,q3", "q4,q5", "q6,q7", "q8,q9", "q10,q11", "q12,q13", "q14,q15"
        \operation \pair, [x0], #32
        .endr
        .irp    pair, "q16,q17", "q18,q19", "q20,q21", "q22,q23", "q24,q25", "q26,q27", "q28,q29"
        \operation \pair, [x0], #32
        .endr
        \operation q30, q31, [x0], #32
        .endm

        .global arm64_save_vectors
arm64_save_vectors:
        move_vectors stp
        mrs     x1, fpcr
        mrs     x2, fpsr
        stp     x1, x2, [x0]
        ret

        .global arm64_load_vectors
arm64_load_vectors:
        move_vectors ldp
        ldp     x1, x2, [x0]
        msr     fpcr, x1
        msr     fpsr, x2
        ret
