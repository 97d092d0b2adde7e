// SPDX-License-Identifier: MIT
// The main thread and the server threads of a managed partition: their records, stacks and entries.
// Threads that a program declares are in bodies/.

        .include "runtime.inc"

        .equ UTCB_MAIN, 0x200000            // NativeLayout.Utcb
        .equ UTCB_SERVER, 0x201000
        .equ PROGRAM_SHIFT, 22              // log2 of NativeLayout.Program
        .equ STACK_SHIFT, 16                // log2 of NativeLayout.ServerStackStride
        .equ FIRST_STACK, 0x30              // NativeLayout.ServerStacks >> STACK_SHIFT
        .equ SERVER_STACK_BYTES, 0x4000     // NativeLayout.ServerStackBytes
        .equ MESSAGE_BYTES, 80              // sizeof(Message)

        .section .text.threads, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

// Before bulkhead_main: x0 = argument, which must be kept.
function bulkhead_runtime_start
        stp     x29, x30, [sp, #-32]!
        str     x0, [sp, #16]
        adrp    x9, main_thread
        add     x9, x9, :lo12:main_thread
        msr     tpidr_el0, x9
        bl      bulkhead_start
        ldr     x0, [sp, #16]
        ldp     x29, x30, [sp], #32
        ret
        .size bulkhead_runtime_start, . - bulkhead_runtime_start

// The SDK's own takes TPIDR_EL0 for the page.
function bulkhead_utcb
        mrs     x0, tpidr_el0
        cbz     x0, 1f
        ldr     x0, [x0, #THREAD_UTCB]
        ret
1:      mov     x0, #UTCB_MAIN
        ret
        .size bulkhead_utcb, . - bulkhead_utcb

// x0 = badge, x1 = descriptor, x2 to x9 = words, sp = server stack top. The server thread of
// another CPU than the partition's has its stack below the program, and its record on top of it.
function bulkhead_portal_entry
        mov     x11, sp
        lsr     x12, x11, #PROGRAM_SHIFT
        cbz     x12, 2f
        adrp    x10, server_thread
        add     x10, x10, :lo12:server_thread
1:      msr     tpidr_el0, x10
        mov     x29, xzr
        sub     sp, sp, #MESSAGE_BYTES
        stp     x0, x1, [sp]
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
        mov     x0, sp
        bl      bulkhead_serve
        ldr     x1, [sp, #8]
        ldp     x2, x3, [sp, #16]
        ldp     x4, x5, [sp, #32]
        ldp     x6, x7, [sp, #48]
        ldp     x8, x9, [sp, #64]
        svc     #2
        brk     #3

// Its first call makes the record, which nobody else looks at before it is in the list.
2:      sub     sp, sp, #THREAD_BYTES
        mov     x10, sp
        ldr     x12, [x10, #THREAD_UTCB]
        cbnz    x12, 1b
        mov     x12, #-1
        str     x12, [x10, #THREAD_SCOPES_LOW]
        sub     x12, x11, #SERVER_STACK_BYTES
        stp     x12, x11, [x10, #THREAD_STACK_LOW]
        lsr     x12, x12, #STACK_SHIFT      // its CPU and FIRST_STACK
        sub     x11, x12, #FIRST_STACK - 9
        add     x12, x12, #(UTCB_MAIN >> 12) + 2 - FIRST_STACK
        lsl     x12, x12, #12
        str     x12, [x10, #THREAD_UTCB]
        adrp    x12, server_thread
        add     x12, x12, :lo12:server_thread
        add     x12, x12, #THREAD_NEXT
3:      ldaxr   x13, [x12]
        stp     x11, x13, [x10, #THREAD_NUMBER]
        stlxr   w13, x10, [x12]
        cbnz    w13, 3b
        b       1b
        .size bulkhead_portal_entry, . - bulkhead_portal_entry

        .macro  address name, label
function \name
        adrp    x0, \label
        add     x0, x0, :lo12:\label
        ret
        .size \name, . - \name
        .endm

        address bulkhead_main_thread, main_thread
        address bulkhead_server_thread, server_thread
        address bulkhead_program_end, __program_end

// Bytes that the toolchain takes from the project, see managed.ld.
        .macro  amount name, label
function \name
        ldr     x0, =\label
        ret
        .ltorg
        .size \name, . - \name
        .endm

        amount  bulkhead_scope_bytes, __scope_bytes
        amount  bulkhead_server_scope_bytes, __server_scope_bytes

        .section .data.threads, "aw"
        .balign 16
        .global main_thread
main_thread:
        .quad   UTCB_MAIN, 0, 0, -1, 0, 0
        .quad   __main_stack_low, __main_stack_top, 0, 0, 0, 0, 1, server_thread
        .skip   THREAD_BYTES - 14 * 8
server_thread:
        .quad   UTCB_SERVER, 0, 0, -1, 0, 0
        .quad   __server_stack_low, __server_stack_top, 0, 0, 0, 0, 8, 0
        .skip   THREAD_BYTES - 14 * 8

// These stand in front of the small stacks of the SDK's start file.
        .section .stack.main, "aw", %nobits
        .balign 16
__main_stack_low:
        .skip   0xc000

        .section .stack.server, "aw", %nobits
        .balign 16
__server_stack_low:
        .skip   0x4000
