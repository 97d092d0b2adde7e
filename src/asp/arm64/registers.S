// SPDX-License-Identifier: MIT
// System registers that C# asks for by name, and other single instructions.

        .macro  read name, register
        .global arm64_read_\name
arm64_read_\name:
        mrs     x0, \register
        ret
        .endm

        .macro  write name, register
        .global arm64_write_\name
arm64_write_\name:
        msr     \register, x0
        isb
        ret
        .endm

        .section .text.registers, "ax"
        .global arm64_counter, arm64_invalidate_space, arm64_publish_tables, arm64_invalidate_kernel
        .global arm64_wait_for_interrupt, arm64_copy_words, arm64_firmware, arm64_arm_timer
arm64_counter:
        isb
        mrs     x0, cntpct_el0
        ret

        read    frequency, cntfrq_el0
        read    processor, mpidr_el1
        read    pending_interrupts, isr_el1     // any bit: something waits
        read    acknowledge, S3_0_C12_C12_0     // ICC_IAR1_EL1
        write   end_of_interrupt, S3_0_C12_C12_1
        write   deactivate, S3_0_C12_C11_1      // ICC_DIR_EL1
        write   software_interrupt, S3_0_C12_C11_5  // ICC_SGI1R_EL1
        write   current_context, tpidr_el2
        write   translation_root, vttbr_el2
        write   priority_mask, S3_0_C4_C6_0
        write   interface_control, S3_0_C12_C12_4
        write   interface_enable, S3_0_C12_C12_7
        read    fault_address, far_el2
        read    fault_page, hpfar_el2
        read    list_features, S3_4_C12_C11_1   // ICH_VTR_EL2
        read    list_empty, S3_4_C12_C11_5      // ICH_ELRSR_EL2
        read    list_ended, S3_4_C12_C11_3      // ICH_EISR_EL2
        write   first_list, S3_4_C12_C12_0
        write   list_control, S3_4_C12_C11_0
        read    virtual_timer_control, cntv_ctl_el0
        read    virtual_timer_compare, cntv_cval_el0
        write   virtual_timer_control, cntv_ctl_el0
        write   vector_traps, cptr_el2

arm64_arm_timer:                            // x0 = ticks, all ones: never
        cmn     x0, #1
        cset    x1, ne
        msr     cnthp_cval_el2, x0
        msr     cnthp_ctl_el2, x1
        ret

// Branches to the x0-th pair of instructions behind it: one of them for each register of some rows
// of eight, and a return.
        .macro  indexed name, before, behind, rows:vararg
        .global arm64_\name
arm64_\name:
        adr     x2, 1f
        add     x2, x2, x0, lsl #3
        br      x2
1:      .irp    row, \rows
        .irp    index, 0, 1, 2, 3, 4, 5, 6, 7
        \before\row\index\behind
        ret
        .endr
        .endr
        .endm

// List registers: x0 = index (below 16), x1 = value.
        indexed read_list, "mrs x0, S3_4_C12_C", "", 12_, 13_
        indexed write_list, "msr S3_4_C12_C", ", x1", 12_, 13_
// Identification registers S3_0_C0_C1..7_0..7: x0 = (CRm - 1) * 8 + op2, below 56.
        indexed read_identification, "mrs x0, S3_0_C0_C", "", 1_, 2_, 3_, 4_, 5_, 6_, 7_

arm64_invalidate_space:
        dsb     ishst
        mrs     x1, vttbr_el2
        msr     vttbr_el2, x0
        isb
        tlbi    vmalls12e1is
        dsb     ish
        msr     vttbr_el2, x1
        isb
        ret

arm64_publish_tables:
        dsb     ishst
        isb
        ret

arm64_invalidate_kernel:
        dsb     sy                          // what was written is in memory
        tlbi    alle2is
        dsb     ish
        isb
        sev                                 // whoever waits for it looks
        ret

arm64_wait_for_interrupt:
        dsb     sy
        isb                                 // the timer may just have been set
        wfi
        ret

// x0 = from, x1 = to, x2 = words, not zero; pages of 8-byte words.
arm64_copy_words:
        tbz     x2, #0, 1f
        ldr     x3, [x0], #8
        str     x3, [x1], #8
        subs    x2, x2, #1
        b.eq    2f
1:      ldp     x3, x4, [x0], #16
        stp     x3, x4, [x1], #16
        subs    x2, x2, #2
        b.ne    1b
2:      ret

// Firmware: x0 = function, x1 to x3 = arguments; gives x0.
arm64_firmware:
        smc     #0
        ret

// Places that the linker knows.
        .macro  place name, symbol
        .global arm64_\name
arm64_\name:
        adrp    x0, \symbol
        ret
        .endm

        place   state_address, __kernel_state_start
        place   state_end, __kernel_state_end
        place   image_address, __system_image
        place   memory_table, kernel_memory_table
