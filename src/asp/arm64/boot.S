// SPDX-License-Identifier: MIT
// The arm64 Image header (Documentation/arm64/booting) and the way from EL2 with the MMU off to the
// first C# method. The image must be entered at EL2; if a loader put it elsewhere, it first moves
// itself to the address that it is linked at.

        .equ IMAGE_OFFSET, 0x200000         // link address minus the start of memory

        .section .text.boot, "ax"
        .global _start
_start: b       boot
        .word   0
        .quad   IMAGE_OFFSET
        .quad   __image_bytes               // set to the whole file's length when it is made
        .quad   0                           // little endian, place as the offset says
        .fill   3, 8, 0
        .ascii  "ARM\x64"
        .word   0

boot:   msr     daifset, #15
        mov     x21, x0                     // device tree
        mrs     x1, currentel
        cmp     x1, #8
        b.ne    .                           // nothing is set up to say it with
        adr     x1, _start
        ldr     x2, =_start
        cmp     x1, x2
        b.eq    in_place

// Move the whole file: header, kernel, system image. Its length is the header's image size.
        ldr     x3, [x1, #16]
        mov     x5, x2
        b.lo    copy_down
        add     x6, x1, x3
        b       3f
copy_down:
        add     x1, x1, x3                  // target is higher: from the end
        add     x5, x2, x3
1:      ldp     x7, x8, [x1, #-16]!
        stp     x7, x8, [x5, #-16]!
        subs    x3, x3, #16
        b.hi    1b
        b       moved
3:      ldp     x7, x8, [x1], #16
        stp     x7, x8, [x5], #16
        cmp     x1, x6
        b.lo    3b
moved:  ic      iallu
        dsb     sy
        isb
        ldr     x1, =in_place
        br      x1

in_place:
        ldr     x22, =kernel_main
// Clear what the file does not hold: variables and kernel state.
        ldr     x0, =__clear_start
        ldr     x1, =__clear_end
1:      stp     xzr, xzr, [x0], #16
        cmp     x0, x1
        b.lo    1b
        mov     x1, xzr
        b       controls

// Where the firmware starts another CPU: x0 = its number. Its stack lies below those of the CPUs
// before it, each with an unmapped page under it.
secondary:
        ldr     x22, =kernel_join
        mov     x21, x0
        mov     x1, x0
controls:
        ldr     x0, =__kernel_stack_top
        sub     x0, x0, x1, lsl #13
        mov     sp, x0
// Controls of EL2, and of what the levels below may do before the first context is loaded.
        ldr     x0, =0x401033ff             // CPTR_EL2: vectors open for the boot, the rest traps
        msr     cptr_el2, x0
        msr     hstr_el2, xzr
        mov     x0, #1                      // CNTHCTL_EL2: counter open, physical timer trapped
        msr     cnthctl_el2, x0
        msr     cntvoff_el2, xzr
        msr     cntv_ctl_el0, xzr
        msr     cnthp_ctl_el2, xzr
// Keep the counters' split; trap debug, OS lock, performance monitors.
        mrs     x0, mdcr_el2
        and     x0, x0, #0x1f
        mov     x1, #0xe60
        orr     x0, x0, x1
        msr     mdcr_el2, x0
        mrs     x0, midr_el1
        msr     vpidr_el2, x0
        ldr     x0, =exception_vectors
        msr     vbar_el2, x0
// Interrupt controller by system registers, before anything touches them.
        mov     x0, #0xf
        msr     S3_4_C12_C9_5, x0           // ICC_SRE_EL2
        isb
// Second stage: 39-bit addresses, 4 KiB granule, cached walks; physical size as the processor has
// it, at most 48 bits.
        mrs     x1, id_aa64mmfr0_el1
        and     x1, x1, #15
        mov     x2, #5
        cmp     x1, x2
        csel    x1, x1, x2, lo
        ldr     x0, =0x80003559
        orr     x0, x0, x1, lsl #16
        msr     vtcr_el2, x0
// First stage of EL2: the tables are data of this image.
        ldr     x0, =0x80803519
        orr     x0, x0, x1, lsl #16
        msr     tcr_el2, x0
        mov     x0, #0x04ff                 // attribute 0 normal write-back, 1 device nGnRE
        msr     mair_el2, x0
        ldr     x0, =kernel_table_root
        msr     ttbr0_el2, x0
        tlbi    alle2
        tlbi    alle1
        ic      iallu
        dsb     sy
        isb
// SCTLR_EL2: MMU, caches, stack alignment, write implies never execute.
        ldr     x0, =0x30cd183d
        msr     sctlr_el2, x0
        isb
        mov     x0, x21
        blr     x22                         // x0 = first context
        b       leave

        .global arm64_secondary_address
arm64_secondary_address:
        adr     x0, secondary
        ret
