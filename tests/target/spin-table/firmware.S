// SPDX-License-Identifier: MIT
// Firmware of a board without PSCI, in place of a real one's: QEMU's virt machine with secure=on
// starts every CPU here, at EL3, and offers no PSCI itself. CPU 0 goes on to the file that the
// loader put into memory; the others wait at their release addresses (Devicetree 3.8.1) as
// Documentation/arch/arm64/booting asks for. SMC is off: whoever still calls firmware fails.

        .equ RELEASE, 0x40100000            // QemuVirtSpinTable.ReleaseAddress of CPU 0
        .equ DEVICE_TREE, 0x40000000        // where QEMU puts it
        .equ SYSTEM, 0x48000000             // where the test puts the bootable file
        .equ DISTRIBUTOR, 0x08000000

        .section .text, "ax"
        .global _start
_start: mov     x0, #0x5b1                  // SCR_EL3: below is non-secure, 64 bit, HVC, no SMC
        msr     scr_el3, x0
        msr     cptr_el3, xzr
        msr     mdcr_el3, xzr
        mov     x0, #0xf
        msr     S3_6_C12_C12_5, x0          // ICC_SRE_EL3: registers, below as well
        ldr     x0, =0x30c50830             // SCTLR_EL2: MMU and caches off
        msr     sctlr_el2, x0
        mov     x0, #0x3c9                  // EL2h, all interrupts masked
        msr     spsr_el3, x0
        isb
        mrs     x2, mpidr_el1
        ands    x2, x2, #0xff
        b.ne    wait
// One security state: interrupts belong to whoever runs (GICv3 12.9.4, GICD_CTLR.DS).
        ldr     x1, =DISTRIBUTOR
        mov     w0, #0x40
        str     w0, [x1]
        mov     x0, #DEVICE_TREE
        ldr     x4, =SYSTEM
        b       enter

wait:   ldr     x1, =RELEASE
1:      wfe
        ldr     x4, [x1, x2, lsl #3]
        cbz     x4, 1b
        mov     x0, #-1                     // nothing is promised about it
enter:  mov     x1, xzr
        mov     x2, xzr
        mov     x3, xzr
        msr     elr_el3, x4
        isb
        eret
