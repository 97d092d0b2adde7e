// SPDX-License-Identifier: MIT
// Who a thread is, in tiers with a heap: TPIDR_EL0 holds the address of its record. The main thread
// keeps the one it has; a declared thread has its record on top of its stack.

        .include "../runtime.inc"

        .equ UTCB, 0x200000                 // NativeLayout.Utcb
        .equ FIRST_BODY, 11                 // NativeLayout.FirstThread + 1
        .equ STACK_BYTES, 0x8000            // NativeLayout.ThreadStackBytes
        .equ ROW_IS_KNOWN, 48

        .section .text.identity, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

// A body starts: x19 = its row, x20 = its index; x19 to x21 and x30 are kept. A thread that starts
// again goes on with the record that it has, and the piece of memory in it.
function bulkhead_body_identity
        add     x9, x20, x20
        add     x9, x9, #FIRST_BODY
        mov     x10, #UTCB
        add     x9, x10, x9, lsl #12
        cbnz    x20, 1f
        adrp    x10, main_thread
        add     x10, x10, :lo12:main_thread
        b       3f
1:      mov     x11, sp
        sub     sp, sp, #THREAD_BYTES
        mov     x10, sp
        ldr     x12, [x19, #ROW_IS_KNOWN]
        cbnz    x12, 3f
        str     x10, [x19, #ROW_IS_KNOWN]
        mov     x12, x10
2:      stp     xzr, xzr, [x12], #16
        cmp     x12, x11
        b.ne    2b
        mov     x12, #-1
        str     x12, [x10, #THREAD_SCOPES_LOW]
        sub     x12, x11, #STACK_BYTES
        stp     x12, x11, [x10, #THREAD_STACK_LOW]
        add     x11, x20, #1
        adrp    x12, main_thread
        add     x12, x12, :lo12:main_thread
        add     x12, x12, #THREAD_NEXT
4:      ldaxr   x13, [x12]
        stp     x11, x13, [x10, #THREAD_NUMBER]
        stlxr   w13, x10, [x12]
        cbnz    w13, 4b
3:      str     x9, [x10, #THREAD_UTCB]
        msr     tpidr_el0, x10
        ret
        .size bulkhead_body_identity, . - bulkhead_body_identity

// Index of the calling thread: one below its number.
function bulkhead_thread_index
        mrs     x0, tpidr_el0
        cbz     x0, 1f                      // the main thread before it has a record
        ldr     x0, [x0, #THREAD_NUMBER]
        sub     x0, x0, #1
1:      ret
        .size bulkhead_thread_index, . - bulkhead_thread_index
