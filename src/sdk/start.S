// SPDX-License-Identifier: MIT
// Entry of a native partition: four branches, because portals, bodies and carriers enter at offsets
// of NativeLayout. The last two lead to Threads/threads.S, which is linked when the program uses
// threads; else they fall through, and a carrier sleeps.

        .equ UTCB_MAIN, 0x200000            // NativeLayout.Utcb
        .equ SERVER_STACKS, 0x300000        // NativeLayout.ServerStacks
        .equ STACKS_BYTES, 0x80000          // Limits.CpusMax * NativeLayout.ServerStackStride
        .equ MESSAGE_BYTES, 80              // sizeof(Message): badge, descriptor, eight words
        .equ PARKING_SELECTOR, 255          // last selector; no other use

        .section .text.start, "ax"
        .global _start
_start:
        b       thread_start
        b       bulkhead_portal_entry
        .weak   bulkhead_body_entry
        b       bulkhead_body_entry
        .weak   bulkhead_carrier
        b       bulkhead_carrier

// x0 = a semaphore of the own CPU: sleeps on it for ever.
        .global bulkhead_sleep
bulkhead_sleep:
        mov     x19, x0
park:
        mov     x0, x19
        mov     x1, #-1                     // no deadline
        mov     x2, xzr
        svc     #4                          // SemaphoreDown
        cbz     x0, park
        brk     #2

// x0 = argument, sp = stack top.
thread_start:
        mov     x29, xzr
        sub     x9, sp, #SERVER_STACKS
        cmp     x9, #STACKS_BYTES
        b.ls    1f                          // another thread: its stack tells which
        mov     x9, #UTCB_MAIN
        msr     tpidr_el0, x9
1:
        bl      bulkhead_runtime_start
        b       bulkhead_begin
// Threads bring their own; without them the thread runs the main function itself.
        .weak   bulkhead_begin
bulkhead_begin:
        .global bulkhead_begin_alone
bulkhead_begin_alone:
        bl      bulkhead_main
// The main function came back: sleep on a semaphore that nobody raises.
        mov     x0, #PARKING_SELECTOR
        mov     x1, xzr
        svc     #13                         // CreateSemaphore
        mov     x0, #PARKING_SELECTOR
        b       bulkhead_sleep

// Prepares the heap and keeps x0; tier 0 has none.
        .weak   bulkhead_runtime_start
bulkhead_runtime_start:
        ret

// x0 = badge, x1 = descriptor, x2 to x9 = words, sp = server stack top. A partition whose server
// must be as fast as can be defines this symbol itself.
        .weak   bulkhead_portal_entry
bulkhead_portal_entry:
        mov     x29, xzr                    // ends the frame chain for debuggers
        stp     x0, x1, [sp, #-MESSAGE_BYTES]!
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
// Here sp = the message.
        .global bulkhead_portal_message
bulkhead_portal_message:
        mov     x0, sp
        bl      bulkhead_portal
        ldr     x1, [sp, #8]
        ldp     x2, x3, [sp, #16]
        ldp     x4, x5, [sp, #32]
        ldp     x6, x7, [sp, #48]
        ldp     x8, x9, [sp, #64]
        svc     #2                          // Reply: comes back only when refused
        brk     #3

// A partition without a portal method answers with an empty message.
        .weak   bulkhead_portal
bulkhead_portal:
        add     x1, x0, #8
        mov     x2, #MESSAGE_BYTES - 8
1:      str     xzr, [x1], #8
        subs    x2, x2, #8
        b.ne    1b
        ret

        .section .stack.main, "aw", %nobits
        .balign 16
        .skip   0x4000
        .global __main_stack_top
__main_stack_top:

        .section .stack.server, "aw", %nobits
        .balign 16
        .skip   0x4000
        .global __server_stack_top
__server_stack_top:
