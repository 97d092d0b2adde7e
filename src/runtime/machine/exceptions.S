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

// Near the end of the stack what follows runs on the thread's reserve, unless it does already.
// x9 = stack pointer. Changes x11 and x12.
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

        .macro  address_of register, label
        adrp    \register, \label
        add     \register, \register, :lo12:\label
        .endm

// x0 = exception.
function RhpThrowEx
        address_of x13, bulkhead_throw
        mov     x10, x30
        b       enter
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
        address_of x13, bulkhead_fault
        mov     x10, x2
        b       enter
2:      str     xzr, [x9, #THREAD_STATE]    // outside: no collection waits for it
3:      brk     #0x109
        b       3b
        .size bulkhead_fault_entry, . - bulkhead_fault_entry

// The exception of the running handler goes on.
function RhpRethrow
        address_of x13, bulkhead_rethrow
        mov     x10, x30
        .size RhpRethrow, . - RhpRethrow

// x10 = program counter of the frame, x13 = where to go: x0 and x1 are kept, x2 = the frame's
// registers.
        .type enter, %function
enter:
        mov     x9, sp
        make_room
        sub     sp, sp, #SET_BYTES
        stp     x29, x9, [sp, #SET_FP]
        stp     x10, x30, [sp, #SET_PC]
        bl      keep_registers
        mov     x2, sp
        blr     x13
        brk     #0x10f
        .size enter, . - enter

// What callees keep, but the frame pointer, to the stack pointer on.
        .type keep_registers, %function
keep_registers:
        stp     d8, d9, [sp, #SET_VECTORS]
        stp     d10, d11, [sp, #SET_VECTORS + 16]
        stp     d12, d13, [sp, #SET_VECTORS + 32]
        stp     d14, d15, [sp, #SET_VECTORS + 48]
        stp     x19, x20, [sp, #SET_KEPT]
        stp     x21, x22, [sp, #SET_KEPT + 16]
        stp     x23, x24, [sp, #SET_KEPT + 32]
        stp     x25, x26, [sp, #SET_KEPT + 48]
        stp     x27, x28, [sp, #SET_KEPT + 64]
        ret
        .size keep_registers, . - keep_registers

// That and the frame pointer, from x2 on.
        .type take_registers, %function
take_registers:
        ldp     d8, d9, [x2, #SET_VECTORS]
        ldp     d10, d11, [x2, #SET_VECTORS + 16]
        ldp     d12, d13, [x2, #SET_VECTORS + 32]
        ldp     d14, d15, [x2, #SET_VECTORS + 48]
        ldp     x19, x20, [x2, #SET_KEPT]
        ldp     x21, x22, [x2, #SET_KEPT + 16]
        ldp     x23, x24, [x2, #SET_KEPT + 32]
        ldp     x25, x26, [x2, #SET_KEPT + 48]
        ldp     x27, x28, [x2, #SET_KEPT + 64]
        ldr     x29, [x2, #SET_FP]
        ret
        .size take_registers, . - take_registers

        .global bulkhead_handler_calls_start
bulkhead_handler_calls_start:

// x0 = exception, x1 = handler, x2 = registers of its frame. The handler gives the address where
// the frame goes on; what lies below that frame is given up.
function bulkhead_call_catch
        sub     sp, sp, #16
        str     x2, [sp]
        bl      take_registers
        blr     x1
        ldr     x2, [sp]
        ldr     x1, [x2, #SET_SP]
        stp     x0, x1, [sp, #-16]!
        mov     x0, x1
        bl      bulkhead_leave_handlers     // here is room on the stack, there perhaps not
        ldp     x0, x1, [sp]
        mov     sp, x1
        br      x0
        .size bulkhead_call_catch, . - bulkhead_call_catch

// x1 = handler, x2 = registers of its frame.
function bulkhead_call_finally
        sub     sp, sp, #SET_SP + 8
        stp     x29, x30, [sp, #SET_FP]
        bl      keep_registers
        bl      take_registers
        blr     x1
        mov     x2, sp
        bl      take_registers
        ldr     x30, [sp, #SET_FP + 8]
        add     sp, sp, #SET_SP + 8
        ret
        .size bulkhead_call_finally, . - bulkhead_call_finally

        .global bulkhead_handler_calls_end
bulkhead_handler_calls_end:

// x0 = exception, x1 = filter, x2 = registers of its frame. Unlike handlers, a filter runs before
// anything is given up: an exception out of it passes through here to the runtime. The frame table
// wants what is saved in the order of the register set.
function bulkhead_call_filter
        .cfi_startproc
        sub     sp, sp, #SET_SP + 8
        .cfi_adjust_cfa_offset SET_SP + 8
        stp     x29, x30, [sp, #SET_FP]
        bl      keep_registers
        .cfi_rel_offset x29, SET_FP
        .cfi_rel_offset x30, SET_FP + 8
        .irp    number, 8, 9, 10, 11, 12, 13, 14, 15
        .cfi_rel_offset d\number, SET_VECTORS + 8 * (\number - 8)
        .endr
        .irp    number, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28
        .cfi_rel_offset x\number, SET_KEPT + 8 * (\number - 19)
        .endr
        bl      take_registers
        blr     x1
        mov     x2, sp
        bl      take_registers
        ldr     x30, [sp, #SET_FP + 8]
        add     sp, sp, #SET_SP + 8
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
