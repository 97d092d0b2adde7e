// SPDX-License-Identifier: MIT
// Threads of a partition. Each has two contexts: the carrier has the time and runs nothing but the
// loop below; the body runs the program's code. The body is a server, so whoever waits for a lock
// that it holds calls its portal, and the kernel lends it the caller's time and priority until it
// replies. This file is linked when the program uses threads.

        .equ INFO, 0x100000                 // NativeLayout.PartitionInfo
        .equ INFO_CPU, 84                   // offsets in PartitionInfo
        .equ INFO_THREAD_COUNT, 2068
        .equ INFO_THREADS, 2072
        .equ INFO_THREAD_BYTES, 48          // sizeof(ThreadInfo)
        .equ INFO_THREAD_CPU, 28
        .equ BODY_PORTAL, 16                // Selectors.BodyPortal
        .equ THREAD_SEMAPHORE, 24           // Selectors.ThreadSemaphore
        .equ LINE_BYTES, 260                // sizeof(ConsoleWriter)
        .equ LINE_LENGTH, 256               // its offset there

// ThreadRow
        .equ ROW_ANNOUNCED, 0
        .equ ROW_PHASE, 8
        .equ ROW_STATE, 12
        .equ ROW_STACK, 16
        .equ ROW_METHOD, 24
        .equ ROW_ARGUMENT, 32
        .equ ROW_SHIFT, 6
        .equ ROWS, 16

// ThreadPhase
        .equ FREE, 0
        .equ REQUESTED, 1
        .equ STARTED, 2

// BodyState
        .equ IDLE, 0
        .equ RUNNING, 1
        .equ PARKED, 2
        .equ WAITING, 3
        .equ BORROWED, 4

// What a body is called for, word 0.
        .equ START, 0
        .equ CONTINUE, 1
        .equ ARRIVE, 2

        .section .text.bodies, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

// The row of a thread: \row = first row + \index rows.
        .macro  row_of row, index
        adrp    \row, rows
        add     \row, \row, :lo12:rows
        add     \row, \row, \index, lsl #ROW_SHIFT
        .endm

// Words 2 to 7 of a message are clear.
        .macro  clear_words
        mov     x4, xzr
        mov     x5, xzr
        mov     x6, xzr
        mov     x7, xzr
        mov     x8, xzr
        mov     x9, xzr
        .endm

// The main thread, prepared: x0 = argument. Nobody has called this partition's threads yet; after a
// warm start the rows hold what they held when the threads were stopped.
function bulkhead_begin
        adrp    x9, rows
        add     x9, x9, :lo12:rows
        mov     x10, #ROWS
1:      stp     xzr, xzr, [x9]
        stp     xzr, xzr, [x9, #16]
        stp     xzr, xzr, [x9, #32]
        stp     xzr, xzr, [x9, #48]
        add     x9, x9, #1 << ROW_SHIFT
        subs    x10, x10, #1
        b.ne    1b
        mov     x9, #INFO
        ldr     w9, [x9, #INFO_THREAD_COUNT]
        cbz     w9, bulkhead_begin_alone
        row_of  x20, x10
        adrp    x9, bulkhead_main
        add     x9, x9, :lo12:bulkhead_main
        stp     x9, x0, [x20, #ROW_METHOD]
        mov     w9, #REQUESTED
        str     w9, [x20, #ROW_PHASE]
        mov     x19, #THREAD_SEMAPHORE
        mov     x21, #BODY_PORTAL
        b       requested
        .size bulkhead_begin, . - bulkhead_begin

// x0 = the thread's semaphore. x19 = semaphore, x20 = row, x21 = portal of the body; no stack.
function bulkhead_carrier
        mov     x19, x0
        sub     x9, x0, #THREAD_SEMAPHORE
        row_of  x20, x9
        add     x21, x9, #BODY_PORTAL
rest:
        mov     x0, x19
        mov     x1, #-1                     // no deadline
        mov     x2, xzr
        svc     #4                          // SemaphoreDown
        cbnz    x0, stopped
        add     x9, x20, #ROW_PHASE
        ldar    w9, [x9]
        cmp     w9, #REQUESTED
        b.ne    rest                        // the body's token, of some time before
requested:
        mov     x2, #START
        mov     x3, xzr
lend:
        mov     x0, x21
        mov     x1, xzr
        clear_words
        svc     #1                          // Call
        cbnz    x0, stopped
        cmp     x2, #PARKED
        mov     x2, #CONTINUE
        b.eq    lend
        cbnz    x3, wait_for_body
        cmp     x19, #THREAD_SEMAPHORE
        b.ne    rest                        // it has ended
stopped:
        mov     x0, x19
        b       bulkhead_sleep

// The body waits, and whoever wants a lock that it has released meanwhile is answered at once.
wait_for_body:
        mov     x0, x19
        mov     x1, x3
        mov     x2, xzr
        svc     #4
        mov     x3, x0
        mov     x2, #CONTINUE
        b       lend
        .size bulkhead_carrier, . - bulkhead_carrier

// x0 = badge, x1 = descriptor, x2 = what for, x3 = a result or the address of a lock's word. The
// stack is untouched before it is clear what to do: a body that is parked has its frames there.
function bulkhead_body_entry
        tbnz    x0, #8, answer              // Badge.Help: a server thread has come to its end
        and     x20, x0, #7
        row_of  x19, x20
        ldr     w9, [x19, #ROW_STATE]
        cmp     x2, #ARRIVE
        b.eq    arrive
        cbnz    w9, resume_parked           // a body that runs is not called
        cmp     x2, #START
        b.ne    answer                      // it ended on somebody else's time
        mov     w9, #RUNNING
        str     w9, [x19, #ROW_STATE]
        mov     w9, #STARTED
        str     w9, [x19, #ROW_PHASE]
        cbz     x20, 1f
        adrp    x9, lines - LINE_BYTES
        add     x9, x9, :lo12:lines - LINE_BYTES
        mov     w10, #LINE_BYTES
        madd    x9, x20, x10, x9
        str     wzr, [x9, #LINE_LENGTH]
1:      bl      bulkhead_body_identity      // x20 = number; sets TPIDR_EL0, may move sp
        mov     x29, xzr
        ldp     x9, x0, [x19, #ROW_METHOD]
        blr     x9
        str     wzr, [x19, #ROW_STATE]
        add     x9, x19, #ROW_PHASE
        stlr    wzr, [x9]                   // FREE
answer:
        mov     x2, #IDLE
        mov     x3, xzr
        b       reply

// Somebody waits for the lock whose word x3 points to. When the body is parked and still has it,
// the body goes on in his time; whoever called has to look again.
arrive:
        cmp     w9, #PARKED
        b.lo    answer
        ldrh    w10, [x3]                   // owner's number
        sub     w10, w10, #1
        cmp     w10, w20
        b.ne    answer
        mov     x3, xzr
        cmp     w9, #WAITING
        mov     w9, #BORROWED
        b.ne    resume
        add     x0, x20, #THREAD_SEMAPHORE  // the carrier shall not take the body's tokens
        svc     #3                          // SemaphoreUp
        mov     x3, xzr
        mov     w9, #BORROWED
        b       resume
resume_parked:
        mov     w9, #RUNNING
resume:
        str     w9, [x19, #ROW_STATE]
        mov     x0, x3
        ldr     x9, [x19, #ROW_STACK]
        mov     sp, x9
        ldr     x9, [sp, #96]
        msr     tpidr_el0, x9
        ldp     x19, x20, [sp]
        ldp     x21, x22, [sp, #16]
        ldp     x23, x24, [sp, #32]
        ldp     x25, x26, [sp, #48]
        ldp     x27, x28, [sp, #64]
        ldp     x29, x30, [sp, #80]
        add     sp, sp, #112
        ret
        .size bulkhead_body_entry, . - bulkhead_body_entry

// A body leaves its carrier: x0 = its index, x1 = PARKED, or WAITING with a deadline in x2. Gives
// the result of the wait. Vector registers are a context's own, and nothing here uses them: they
// are as they were when the body goes on.
function bulkhead_park
        sub     sp, sp, #112
        stp     x19, x20, [sp]
        stp     x21, x22, [sp, #16]
        stp     x23, x24, [sp, #32]
        stp     x25, x26, [sp, #48]
        stp     x27, x28, [sp, #64]
        stp     x29, x30, [sp, #80]
        mrs     x9, tpidr_el0
        str     x9, [sp, #96]
        row_of  x10, x0
        mov     x9, sp
        str     x9, [x10, #ROW_STACK]
        str     w1, [x10, #ROW_STATE]
        mov     x3, x2
        mov     x2, x1
reply:
        mov     x1, xzr
        clear_words
        svc     #2                          // Reply: comes back only when refused
        brk     #3
        .size bulkhead_park, . - bulkhead_park

// x0 = portal of who has a lock, x1 = address of the lock's word, x2 = deadline. Lends the caller's
// time for a slice at most: the lock may be free while its last owner goes on with something else.
function bulkhead_arrive
        mrs     x9, cntfrq_el0
        mrs     x10, cntpct_el0
        add     x9, x10, x9, lsr #10
        cmp     x9, x2
        csel    x9, x9, x2, lo
        mov     x3, x1
        mov     x2, #ARRIVE
        mov     x1, xzr
        mov     x4, xzr
        mov     x5, xzr
        mov     x6, xzr
        mov     x7, xzr
        mov     x8, xzr
        svc     #7                          // CallUntil
        ret
        .size bulkhead_arrive, . - bulkhead_arrive

function bulkhead_end_of_rest
        mrs     x9, cntfrq_el0
        mrs     x0, cntpct_el0
        add     x0, x0, x9, lsr #16
        add     x0, x0, #1
        ret
        .size bulkhead_end_of_rest, . - bulkhead_end_of_rest

function bulkhead_thread_rows
        adrp    x0, rows
        add     x0, x0, :lo12:rows
        ret
        .size bulkhead_thread_rows, . - bulkhead_thread_rows

// x0 = index of a thread; gives its CPU.
function bulkhead_thread_cpu
        mov     x9, #INFO
        subs    x1, x0, #8
        b.hs    2f                          // server threads on other CPUs
        subs    x1, x0, #1
        b.lo    1f
        cmp     x1, #6
        b.hs    1f
        mov     w2, #INFO_THREAD_BYTES
        madd    x9, x1, x2, x9
        ldr     w0, [x9, #INFO_THREADS + INFO_THREAD_CPU]
        ret
1:      ldr     w0, [x9, #INFO_CPU]
        ret
2:      mov     x0, x1
        ret
        .size bulkhead_thread_cpu, . - bulkhead_thread_cpu

// In place of that of machine.S.
function bulkhead_thread_place
        stp     x29, x30, [sp, #-16]!
        bl      bulkhead_thread_index
        subs    x9, x0, #7                  // server threads have their places already
        add     x9, x9, #1
        b.hs    1f
        bl      bulkhead_thread_cpu
        add     x9, x0, #2
        mov     x10, #INFO
        ldr     w10, [x10, #INFO_CPU]
        cmp     w10, w0
        csel    x9, xzr, x9, eq
1:      mov     x0, x9
        ldp     x29, x30, [sp], #16
        ret
        .size bulkhead_thread_place, . - bulkhead_thread_place

// In place of that of machine.S: x0 = lines by place. Declared threads have lines of their own.
function bulkhead_log_line
        stp     x19, x30, [sp, #-16]!
        mov     x19, x0
        bl      bulkhead_thread_index
        sub     x9, x0, #1
        cmp     x9, #6
        b.hs    1f
        adrp    x19, lines
        add     x19, x19, :lo12:lines
        b       2f
1:      bl      bulkhead_thread_place
        mov     x9, x0
2:      mov     w10, #LINE_BYTES
        madd    x0, x9, x10, x19
        ldp     x19, x30, [sp], #16
        ret
        .size bulkhead_log_line, . - bulkhead_log_line

        .section .bss.bodies, "aw", %nobits
        .balign 64
rows:
        .skip   ROWS << ROW_SHIFT
lines:
        .skip   6 * LINE_BYTES
