// SPDX-License-Identifier: MIT
// The sets of registers that are switched as a whole.

        .include "shared.inc"
        .section .text.switching, "ax"
        .equ INTERFACE, 48                  // word of VirtualCpu: Interface behind System

// What acts on EL0 even under TGE: x0 = VirtualCpu of the owner.
        .global arm64_load_shared, arm64_load_native, arm64_enter_native
arm64_load_shared:
        load_shared x0
        ret
arm64_enter_native:
        save_shared x0
arm64_load_native:
        load_native
        ret

// Everything of EL1, and of the virtual interrupt controller ICH_VMCR_EL2 and ICH_AP1R0_EL2: no
// interrupt is in group 0, and ICH_HCR_EL2 is written where its saved value is.
        .macro  each_pair operation, base
        \operation \base, 0, sctlr_el1, ttbr0_el1
        \operation \base, 2, ttbr1_el1, tcr_el1
        \operation \base, 4, mair_el1, amair_el1
        \operation \base, 6, vbar_el1, contextidr_el1
        \operation \base, 8, cpacr_el1, esr_el1
        \operation \base, 10, far_el1, afsr0_el1
        \operation \base, 12, afsr1_el1, elr_el1
        \operation \base, 14, spsr_el1, sp_el1
        \operation \base, 16, tpidr_el1, par_el1
        \operation \base, 18, cntkctl_el1, csselr_el1
        \operation \base, INTERFACE, S3_4_C12_C11_7, S3_4_C12_C9_0
        .endm

// Guest values of the shared registers are in the hardware, but none of a VirtualCpu's need be. x0
// = VirtualCpu that takes over, x1 = the one that leaves.
        .global arm64_exchange_system, arm64_load_system
arm64_exchange_system:
        save_pair x1, 24, tpidrro_el0, cntv_ctl_el0
        msr     cntv_ctl_el0, xzr
        mrs     x2, cntv_cval_el0
        str     x2, [x1, #26 * 8]
        each_pair save_pair, x1
arm64_load_system:
        ldp     x2, x4, [x0, #24 * 8]
        msr     tpidrro_el0, x2
        each_pair load_pair, x0
        load_pair x0, 26, cntv_cval_el0, cntvoff_el2
        load_two x0, 20, mdscr_el1, 28, vmpidr_el2
        ldr     x2, [x0, #(INTERFACE + 19) * 8]
        msr     S3_4_C12_C11_0, x2          // ICH_HCR_EL2
        isb
        msr     cntv_ctl_el0, x4
        ret

// Vector registers.
        .macro  move_vectors operation, base
        .irp    four, v0.2d-v3.2d, v4.2d-v7.2d, v8.2d-v11.2d, v12.2d-v15.2d
        \operation {\four}, [\base], #64
        .endr
        .irp    four, v16.2d-v19.2d, v20.2d-v23.2d, v24.2d-v27.2d, v28.2d-v31.2d
        \operation {\four}, [\base], #64
        .endr
        .endm

// x0 = words of whom they are for, x1 = words of whose they are, x2 = CPTR_EL2 that opens access.
        .global arm64_exchange_vectors, arm64_load_vectors
arm64_exchange_vectors:
        msr     cptr_el2, x2
        isb
        move_vectors st1, x1
        save_pair x1, 0, fpcr, fpsr
arm64_load_vectors:                         // access is open
        move_vectors ld1, x0
        load_pair x0, 0, fpcr, fpsr
        ret
