// SPDX-License-Identifier: MIT
// Where exceptions enter the runtime, and how their handlers are called.

        .include "runtime.inc"

// Of stack, for the runtime's part of an exception: its frames, or the making of the exception,
// which must not overflow again where an allocation just has (ALLOCATION_BYTES).
        .equ DISPATCH_BYTES, 0x1400
        .equ GUARD_BYTES, 0x1000            // ThreadRecord.GuardBytes
        .equ RESERVE_BYTES, 0x2000          // NativeLayout.ReserveStackBytes

        .section .text.exceptions, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

// The frame's registers at the stack pointer; x9 = its stack pointer, x10 = its program counter,
// x30 = its link register.
        .macro  save_set
        stp     x19, x20, [sp, #SET_KEPT]
        stp     x21, x22, [sp, #SET_KEPT + 16]
        stp     x23, x24, [sp, #SET_KEPT + 32]
        stp     x25, x26, [sp, #SET_KEPT + 48]
        stp     x27, x28, [sp, #SET_KEPT + 64]
        stp     x29, x9, [sp, #SET_FP]
        stp     x10, x30, [sp, #SET_PC]
        stp     d8, d9, [sp, #SET_VECTORS]
        stp     d10, d11, [sp, #SET_VECTORS + 16]
        stp     d12, d13, [sp, #SET_VECTORS + 32]
        stp     d14, d15, [sp, #SET_VECTORS + 48]
        .endm

// Near the end of the stack what follows runs on the thread's reserve, unless it does already.
// Changes x11 and x12.
        .macro  make_room
        mrs     x11, tpidr_el0
        ldr     x11, [x11, #THREAD_STACK_LOW]
        sub     x12, x9, x11
        asr     x12, x12, #10
        cmp     x12, #DISPATCH_BYTES >> 10
        b.ge    1f
        adds    x12, x12, #GUARD_BYTES >> 10    // below that page
        b.mi    1f
        sub     x11, x11, #GUARD_BYTES
        mov     sp, x11
1:
        .endm

        .macro  load_set base
        ldp     x19, x20, [\base, #SET_KEPT]
        ldp     x21, x22, [\base, #SET_KEPT + 16]
        ldp     x23, x24, [\base, #SET_KEPT + 32]
        ldp     x25, x26, [\base, #SET_KEPT + 48]
        ldp     x27, x28, [\base, #SET_KEPT + 64]
        ldr     x29, [\base, #SET_FP]
        ldp     d8, d9, [\base, #SET_VECTORS]
        ldp     d10, d11, [\base, #SET_VECTORS + 16]
        ldp     d12, d13, [\base, #SET_VECTORS + 32]
        ldp     d14, d15, [\base, #SET_VECTORS + 48]
        .endm

// x0 = exception.
function RhpThrowEx
        mov     x9, sp
        mov     x10, x30
        make_room
        sub     sp, sp, #SET_BYTES
        save_set
        mov     x1, sp
        bl      bulkhead_throw
        brk     #0x10f
        .size RhpThrowEx, . - RhpThrowEx

// Where the manager sends a thread after a fault (PartitionRecord.FaultEntry): x0 = FaultKind, x1 =
// address, x2 = where; the stack pointer and the registers that callees keep are as they were.
function bulkhead_fault_entry
        mrs     x9, tpidr_el0
        cbz     x9, 3f                      // no thread of the program
        ldr     x11, [x9, #THREAD_STACK_LOW]
        sub     x11, x11, #GUARD_BYTES
        sub     x11, x11, #1
        sub     x11, x11, x1
        cmp     x11, #RESERVE_BYTES + GUARD_BYTES
        b.lo    2f                          // the reserve is not there, or was overrun, too
        mov     x9, sp
        mov     x10, x2
        make_room
        sub     sp, sp, #SET_BYTES
        save_set
        mov     x2, sp
        bl      bulkhead_fault
2:      str     xzr, [x9, #THREAD_STATE]    // outside: no collection waits for it
3:      brk     #0x109
        b       3b
        .size bulkhead_fault_entry, . - bulkhead_fault_entry

// The exception of the running handler goes on.
function RhpRethrow
        mov     x9, sp
        mov     x10, x30
        make_room
        sub     sp, sp, #SET_BYTES
        save_set
        mov     x0, sp
        bl      bulkhead_rethrow
        brk     #0x10f
        .size RhpRethrow, . - RhpRethrow

        .global bulkhead_handler_calls_start
bulkhead_handler_calls_start:

// x0 = exception, x1 = handler, x2 = registers of its frame. The handler gives the address where
// the
// frame goes on; what lies below that frame is given up.
function bulkhead_call_catch
        sub     sp, sp, #16
        str     x2, [sp]
        mov     x12, x1
        load_set x2
        blr     x12
        ldr     x2, [sp]
        ldr     x1, [x2, #SET_SP]
        stp     x0, x1, [sp, #-16]!
        mov     x0, x1
        bl      bulkhead_leave_handlers     // here is room on the stack, there perhaps not
        ldp     x0, x1, [sp]
        mov     sp, x1
        br      x0
        .size bulkhead_call_catch, . - bulkhead_call_catch

// x0 = handler, x1 = registers of its frame.
function bulkhead_call_finally
        stp     x29, x30, [sp, #-192]!
        stp     x19, x20, [sp, #16]
        stp     x21, x22, [sp, #32]
        stp     x23, x24, [sp, #48]
        stp     x25, x26, [sp, #64]
        stp     x27, x28, [sp, #80]
        stp     d8, d9, [sp, #96]
        stp     d10, d11, [sp, #112]
        stp     d12, d13, [sp, #128]
        stp     d14, d15, [sp, #144]
        mov     x12, x0
        load_set x1
        blr     x12
        ldp     x19, x20, [sp, #16]
        ldp     x21, x22, [sp, #32]
        ldp     x23, x24, [sp, #48]
        ldp     x25, x26, [sp, #64]
        ldp     x27, x28, [sp, #80]
        ldp     d8, d9, [sp, #96]
        ldp     d10, d11, [sp, #112]
        ldp     d12, d13, [sp, #128]
        ldp     d14, d15, [sp, #144]
        ldp     x29, x30, [sp], #192
        ret
        .size bulkhead_call_finally, . - bulkhead_call_finally

        .global bulkhead_handler_calls_end
bulkhead_handler_calls_end:

// x0 = exception, x1 = filter, x2 = registers of its frame. Unlike handlers, a filter runs before
// anything is given up: an exception out of it passes through here to the runtime. The frame table
// wants what is saved in the order of the register set.
function bulkhead_call_filter
        .cfi_startproc
        stp     x29, x30, [sp, #-160]!
        .cfi_adjust_cfa_offset 160
        .cfi_rel_offset x29, 0
        .cfi_rel_offset x30, 8
        stp     d8, d9, [sp, #16]
        .cfi_rel_offset d8, 16
        .cfi_rel_offset d9, 24
        stp     d10, d11, [sp, #32]
        .cfi_rel_offset d10, 32
        .cfi_rel_offset d11, 40
        stp     d12, d13, [sp, #48]
        .cfi_rel_offset d12, 48
        .cfi_rel_offset d13, 56
        stp     d14, d15, [sp, #64]
        .cfi_rel_offset d14, 64
        .cfi_rel_offset d15, 72
        stp     x19, x20, [sp, #80]
        .cfi_rel_offset x19, 80
        .cfi_rel_offset x20, 88
        stp     x21, x22, [sp, #96]
        .cfi_rel_offset x21, 96
        .cfi_rel_offset x22, 104
        stp     x23, x24, [sp, #112]
        .cfi_rel_offset x23, 112
        .cfi_rel_offset x24, 120
        stp     x25, x26, [sp, #128]
        .cfi_rel_offset x25, 128
        .cfi_rel_offset x26, 136
        stp     x27, x28, [sp, #144]
        .cfi_rel_offset x27, 144
        .cfi_rel_offset x28, 152
        mov     x12, x1
        load_set x2
        blr     x12
        ldp     d8, d9, [sp, #16]
        ldp     d10, d11, [sp, #32]
        ldp     d12, d13, [sp, #48]
        ldp     d14, d15, [sp, #64]
        ldp     x19, x20, [sp, #80]
        ldp     x21, x22, [sp, #96]
        ldp     x23, x24, [sp, #112]
        ldp     x25, x26, [sp, #128]
        ldp     x27, x28, [sp, #144]
        ldp     x29, x30, [sp], #160
        ret
        .cfi_endproc
        .size bulkhead_call_filter, . - bulkhead_call_filter

        .macro  address name, label
function \name
        adrp    x0, \label
        add     x0, x0, :lo12:\label
        ret
        .size \name, . - \name
        .endm

        address bulkhead_handler_calls_first, bulkhead_handler_calls_start
        address bulkhead_handler_calls_last, bulkhead_handler_calls_end
        address bulkhead_frame_table, __frame_table
        address bulkhead_modules_start, __modules_start
        address bulkhead_constructors_start, __constructors_start
        address bulkhead_constructors_end, __constructors_end
        address bulkhead_names_start, __names_start
        address bulkhead_names_end, __names_end

// The thread ends: its report is written. The manager hears of it as of a fault.
function bulkhead_unhandled
        mrs     x9, tpidr_el0
        str     xzr, [x9, #THREAD_STATE]
        brk     #0x108
        b       bulkhead_unhandled
        .size bulkhead_unhandled, . - bulkhead_unhandled
