// SPDX-License-Identifier: MIT
// First-stage tables of EL2, complete at link time: an identity map of the kernel's own pages (text
// executable, constants read only, the rest writable), of the system image's tables (read only),
// and of the devices that the kernel drives. Nothing else, so no partition's memory is reachable
// and address 0 faults.

        .equ KERNEL, 0x40200000
        .equ TEXT_PAGES, 32                 // kernel.ld holds the same limits
        .equ CONSTANT_PAGES, 16
        .equ CPUS, 8
        .equ TABLE, 3                       // next-level table, or page at the last level
        .equ BLOCK, 1
        .equ NORMAL, (1 << 10) | (3 << 8)   // access flag, inner shareable, attribute 0
        .equ DEVICE, (1 << 10) | (1 << 2)   // access flag, attribute 1
        .equ READ_ONLY, 2 << 6
        .equ NEVER_EXECUTE, 1 << 54

        .section .tables, "aw"
        .balign 4096
        .global kernel_table_root
kernel_table_root:
        .quad   device_table + TABLE
        .quad   kernel_memory_table + TABLE
        .fill   510, 8, 0

device_table:
        .fill   64, 8, 0
        .quad   0x08000000 + BLOCK + DEVICE + NEVER_EXECUTE    // interrupt controller
        .fill   7, 8, 0
        .quad   0x09000000 + BLOCK + DEVICE + NEVER_EXECUTE    // boot console
        .fill   439, 8, 0

        .global kernel_memory_table
kernel_memory_table:
        .quad   0
        .quad   kernel_table + TABLE
        .quad   KERNEL + 0x200000 + BLOCK + NORMAL + READ_ONLY + NEVER_EXECUTE
        .fill   509, 8, 0

kernel_table:
        .set    at, KERNEL
        .macro  pages count, entry
        .rept   \count
        .quad   \entry
        .set    at, at + 4096
        .endr
        .endm
        pages   TEXT_PAGES, at + TABLE + NORMAL + READ_ONLY
        pages   CONSTANT_PAGES, at + TABLE + NORMAL + READ_ONLY + NEVER_EXECUTE
        .rept   CPUS
        pages   1, 0                        // a guard page below each stack
        pages   1, at + TABLE + NORMAL + NEVER_EXECUTE
        .endr
        pages   512 - TEXT_PAGES - CONSTANT_PAGES - 2 * CPUS, at + TABLE + NORMAL + NEVER_EXECUTE
