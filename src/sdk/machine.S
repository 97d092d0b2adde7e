// SPDX-License-Identifier: MIT
// Instructions that C# has no words for, and the symbols that compiled code expects.

        .section .text.machine, "ax"

// Counter value now; earlier instructions are complete.
        .global bulkhead_counter
bulkhead_counter:
        isb
        mrs     x0, cntpct_el0
        ret

// Address of the calling thread's UTCB page: start.S puts it there for the main thread. The pointer
// of a server thread stays zero; its stack tells which one it is: the one on another CPU n has the
// n-th piece at NativeLayout.ServerStacks, the one on the partition's own CPU is somewhere else.
        .equ UTCB, 0x200000                 // NativeLayout.Utcb
        .equ SERVER_STACKS, 0x300000        // NativeLayout.ServerStacks
        .equ STACK_SHIFT, 16                // log2 of NativeLayout.ServerStackStride
        .equ CPUS_MAX, 8                    // Limits.CpusMax
        .weak   bulkhead_utcb               // Partitions with a heap bring their own.
bulkhead_utcb:
        mrs     x0, tpidr_el0
        cbnz    x0, 1f
        sub     x1, sp, #1                  // an empty stack begins behind its piece
        sub     x1, x1, #SERVER_STACKS
        lsr     x1, x1, #STACK_SHIFT
        cmp     x1, #CPUS_MAX
        csinv   x1, x1, xzr, lo             // thread 2 + n, else 2 - 1
        add     x1, x1, #2
        mov     x0, #UTCB
        add     x0, x0, x1, lsl #12
1:      ret

// x0 = address, x1 = bytes (not 0): write back data lines to the point of coherency.
        .global bulkhead_clean
bulkhead_clean:
        mrs     x3, ctr_el0
        ubfx    x3, x3, #16, #4             // DminLine: log2 of words
        mov     x2, #4
        lsl     x2, x2, x3
        add     x1, x0, x1
        sub     x3, x2, #1
        bic     x0, x0, x3
1:      dc      cvac, x0
        add     x0, x0, x2
        cmp     x0, x1
        b.lo    1b
        dsb     sy
        ret

// x0 = address, x1 = bytes (not 0): drop stale instruction lines.
        .global bulkhead_invalidate_instructions
bulkhead_invalidate_instructions:
        mrs     x3, ctr_el0
        and     x3, x3, #15                 // IminLine: log2 of words
        mov     x2, #4
        lsl     x2, x2, x3
        add     x1, x0, x1
        sub     x3, x2, #1
        bic     x0, x0, x3
        dsb     sy
1:      ic      ivau, x0
        add     x0, x0, x2
        cmp     x0, x1
        b.lo    1b
        dsb     sy
        isb
        ret

// x0 = destination, x1 = source, x2 = bytes, a multiple of 64; no overlap.
        .global bulkhead_copy64
bulkhead_copy64:
        cbz     x2, 2f
1:      ldp     x3, x4, [x1]
        ldp     x5, x6, [x1, #16]
        ldp     x7, x8, [x1, #32]
        ldp     x9, x10, [x1, #48]
        stp     x3, x4, [x0]
        stp     x5, x6, [x0, #16]
        stp     x7, x8, [x0, #32]
        stp     x9, x10, [x0, #48]
        add     x1, x1, #64
        add     x0, x0, #64
        subs    x2, x2, #64
        b.ne    1b
2:      ret

// x0 = address of normal memory, x1 = bytes, a multiple of 64. Lines of 64 bytes are cleared by the
// instruction for it, where the processor has it in that size.
        .global bulkhead_clear64
bulkhead_clear64:
        cbz     x1, 2f
        mrs     x2, dczid_el0
        cmp     x2, #4                      // log2 of words
        b.ne    1f
        tst     x0, #63
        b.ne    1f
        tbz     x1, #6, 3f                  // an odd line first, then two at a time
        dc      zva, x0
        add     x0, x0, #64
        subs    x1, x1, #64
        b.eq    2f
3:      dc      zva, x0
        add     x0, x0, #64
        dc      zva, x0
        add     x0, x0, #64
        subs    x1, x1, #128
        b.ne    3b
        ret
1:      stp     xzr, xzr, [x0]
        stp     xzr, xzr, [x0, #16]
        stp     xzr, xzr, [x0, #32]
        stp     xzr, xzr, [x0, #48]
        add     x0, x0, #64
        subs    x1, x1, #64
        b.ne    1b
2:      ret

// A failed check of safe C# (x0 = reason, below 16): a breakpoint whose immediate is 0x100 +
// reason. Partitions with exceptions bring their own.
        .weak   RhpThrowEx
RhpThrowEx:
        and     x0, x0, #15
        adr     x1, 1f
        add     x1, x1, x0, lsl #3
        br      x1
1:
        .irp    reason, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        brk     #0x100 + \reason
        b       .
        .endr

        .section .text.place, "ax"

// Place of the calling thread: 0 for the main thread and others on its CPU, 1 for the server thread
// there, 2 + n for threads on another CPU n. The number of the thread's page is that, as long as
// there are no threads of the program's own.
        .weak   bulkhead_thread_place       // Threads/threads.S
bulkhead_thread_place:
        str     x30, [sp, #-16]!
        bl      bulkhead_utcb
        ubfx    x0, x0, #12, #8
        ldr     x30, [sp], #16
        ret

        .section .text.line, "ax"

// x0 = table of lines, one for each place; gives the calling thread's.
        .equ LINE_BYTES, 260                // sizeof(ConsoleWriter)
        .weak   bulkhead_log_line           // Threads/threads.S
bulkhead_log_line:
        stp     x19, x30, [sp, #-16]!
        mov     x19, x0
        bl      bulkhead_thread_place
        mov     w1, #LINE_BYTES
        madd    x0, x0, x1, x19
        ldp     x19, x30, [sp], #16
        ret

// Guard word of stack frames that hold buffers. Constant: there is no source of randomness yet.
        .section .rodata.cookie, "a"
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0x5bd1e9950f3c7a00
