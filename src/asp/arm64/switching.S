// SPDX-License-Identifier: MIT
// The sets of registers that are switched as a whole.

// This section ends where the vectors begin, at a multiple of 2 KiB: what still fits before them is
// there, the rest behind them.
        .section .text.registers, "ax"
        .global arm64_save_shared, arm64_load_shared, arm64_enter_native, arm64_load_native
        .global arm64_save_system, arm64_load_system, arm64_save_vectors, arm64_load_vectors
        .equ INTERFACE, 48                  // word of VirtualCpu: Interface behind System
        .macro  each_system two, pair
        \pair 1, ttbr0_el1, ttbr1_el1
        \pair 3, tcr_el1, mair_el1
        \pair 5, amair_el1, vbar_el1
        \pair 9, esr_el1, far_el1
        \pair 11, afsr0_el1, afsr1_el1
        \pair 13, elr_el1, spsr_el1
        \pair 15, sp_el1, tpidr_el1
        \two 17, par_el1, 7, contextidr_el1
        \two 19, csselr_el1, 26, cntv_cval_el0
// VirtualCpu.Interface, without the list registers: ICH_VMCR_EL2 and ICH_HCR_EL2, ICH_AP0R0_EL2 and
// ICH_AP1R0_EL2.
        \two INTERFACE, S3_4_C12_C11_7, INTERFACE + 19, S3_4_C12_C11_0
        \pair INTERFACE + 1, S3_4_C12_C8_0, S3_4_C12_C9_0
        .endm

        .macro  save_two slot1, register1, slot2, register2
        mrs     x1, \register1
        mrs     x2, \register2
        str     x1, [x0, #(\slot1) * 8]
        str     x2, [x0, #(\slot2) * 8]
        .endm

        .macro  save_pair slot, register1, register2
        mrs     x1, \register1
        mrs     x2, \register2
        stp     x1, x2, [x0, #(\slot) * 8]
        .endm

        .macro  load_two slot1, register1, slot2, register2
        ldr     x1, [x0, #(\slot1) * 8]
        ldr     x2, [x0, #(\slot2) * 8]
        msr     \register1, x1
        msr     \register2, x2
        .endm

        .macro  load_pair slot, register1, register2
        ldp     x1, x2, [x0, #(\slot) * 8]
        msr     \register1, x1
        msr     \register2, x2
        .endm

        .macro  each_shared operation
        \operation 0, sctlr_el1, 8, cpacr_el1
        \operation 18, cntkctl_el1, 20, mdscr_el1
        \operation 32, cnthctl_el2, 24, tpidrro_el0
        .endm

// What acts on EL0 even under TGE: x0 = VirtualCpu of the owner.
arm64_save_shared:
        each_shared save_two
        ret
arm64_load_shared:
        each_shared load_two
        ret

// The same for native threads: little endian, cache maintenance and zeroing by line allowed,
// physical counter readable, virtual counter not.
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

// Vector registers: x0 = words. Access is open.
        .macro  move_vectors operation
        .irp    four, v0.2d-v3.2d, v4.2d-v7.2d, v8.2d-v11.2d, v12.2d-v15.2d
        \operation {\four}, [x0], #64
        .endr
        .irp    four, v16.2d-v19.2d, v20.2d-v23.2d, v24.2d-v27.2d, v28.2d-v31.2d
        \operation {\four}, [x0], #64
        .endr
        .endm

arm64_save_vectors:
        move_vectors st1
        mrs     x1, fpcr
        mrs     x2, fpsr
        stp     x1, x2, [x0]
        ret

arm64_load_vectors:
        move_vectors ld1
        ldp     x1, x2, [x0]
        msr     fpcr, x1
        msr     fpsr, x2
        ret

// The rest of the EL1 state, the virtual timer and the interface of the virtual interrupt
// controller; the timer is off afterwards. x0 = VirtualCpu.
        .section .text.switching, "ax"
arm64_save_system:
        mrs     x1, cntv_ctl_el0
        msr     cntv_ctl_el0, xzr
        str     x1, [x0, #25 * 8]
        each_system save_two, save_pair
        ret

arm64_load_system:
        each_system load_two, load_pair
        load_two 27, cntvoff_el2, 28, vmpidr_el2
        isb
        ldr     x1, [x0, #25 * 8]
        msr     cntv_ctl_el0, x1
        ret
