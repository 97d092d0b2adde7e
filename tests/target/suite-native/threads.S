// SPDX-License-Identifier: MIT
// Where the suite's threads begin, and what those do that are not C#.

        .equ UTCB, 0x200000
        .equ REPLY, 2
        .equ SEMAPHORE_UP, 3
        .equ SEMAPHORE_DOWN, 4
        .equ CREATE_SEMAPHORE, 13
        .equ REVOKE, 17
        .equ ROUND_UP, 0x400000             // FPCR.RMode: towards plus infinity

        .macro  each_register
        .irp    n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30
        with_register \n
        .endr
        .endm

        .section .text.threads, "ax"

// The thread that runs the tests: x0 = argument, sp is set.
        .global suite_tester
suite_tester:
        mov     x29, xzr
        mov     x30, xzr
        movz    x1, #UTCB >> 16, lsl #16
        movk    x1, #0x2000
        msr     tpidr_el0, x1
        bl      suite_main
        brk     #9

// A partner that takes turns with the tester. x0 = PartnerBlock: up, down, seed, wrong, rounds.
// Every vector register holds a pattern made from the seed, and is looked at after each turn.
        .global suite_partner
suite_partner:
        mov     x19, x0
        ldr     x20, [x19, #16]
        .irp    n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        add     x1, x20, #\n
        dup     v\n\().2d, x1
        .endr
        dup     v0.2d, x20
        mov     x1, #ROUND_UP
        msr     fpcr, x1
1:      ldr     x0, [x19]
        svc     #SEMAPHORE_UP
        ldr     x0, [x19, #8]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        cbnz    x0, partner_failed
        mov     x3, xzr
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        add     x1, x20, #\n
        umov    x2, v\n\().d[0]
        eor     x2, x2, x1
        orr     x3, x3, x2
        umov    x2, v\n\().d[1]
        eor     x2, x2, x1
        orr     x3, x3, x2
        .endr
        mrs     x1, fpcr
        eor     x1, x1, #ROUND_UP
        orr     x3, x3, x1
        cmp     x3, #0
        cset    x3, ne
        ldp     x1, x2, [x19, #24]
        add     x1, x1, x3
        add     x2, x2, #1
        stp     x1, x2, [x19, #24]
        b       1b
partner_failed:
        brk     #10

// Counts down with every other register at work, then writes them where the tester finds them. x0 =
// SpinnerBlock: count, done semaphore, go semaphore, 31 general registers, 32 vector registers.
        .global suite_spinner
suite_spinner:
        str     x0, [sp, #-16]!
        ldr     x0, [x0]
        .macro  with_register n
        movz    x\n, #0x5000 + \n
        movk    x\n, #0xa000 + \n, lsl #48
        dup     v\n\().2d, x\n
        .endm
        each_register
        dup     v0.2d, x0
        dup     v31.2d, x30
1:      subs    x0, x0, #1
        b.ne    1b
        ldr     x0, [sp]
        .purgem with_register
        .macro  with_register n
        str     x\n, [x0, #24 + 8 * \n]
        .endm
        each_register
        add     x1, x0, #272
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        str     q\n, [x1], #16
        .endr
        mov     x19, x0
        ldr     x0, [x19, #8]
        svc     #SEMAPHORE_UP
2:      ldr     x0, [x19, #16]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        cbz     x0, 2b
        brk     #11

// Waits on semaphore [x0], then writes the result code to [x0 + 16] and the order in which it woke,
// taken from [x0 + 24], to [x0 + 8]. Then sleeps on semaphore [x0 + 32].
        .global suite_waiter
suite_waiter:
        mov     x19, x0
        ldr     x0, [x19]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        str     x0, [x19, #16]
        ldr     x2, [x19, #24]
        ldr     x1, [x2]
        add     x1, x1, #1
        str     x1, [x2]
        str     x1, [x19, #8]
        ldr     x0, [x19, #32]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        brk     #12

// Creates and revokes semaphore [x0] until [x0 + 8] is not zero. Counts rounds at [x0 + 16] and
// refused calls at [x0 + 24]; then sleeps on semaphore [x0 + 32].
        .global suite_builder
suite_builder:
        mov     x19, x0
1:      ldr     x0, [x19]
        mov     x1, xzr
        svc     #CREATE_SEMAPHORE
        mov     x20, x0
        ldr     x0, [x19]
        mov     x1, #1
        svc     #REVOKE
        orr     x20, x20, x0
        cmp     x20, #0
        cset    x20, ne
        ldp     x1, x2, [x19, #16]
        add     x1, x1, #1
        add     x2, x2, x20
        stp     x1, x2, [x19, #16]
        ldr     x1, [x19, #8]
        cbz     x1, 1b
        ldr     x0, [x19, #32]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        brk     #18

// Executes what stands at CODE, with x0 as argument.
        .global suite_victim
suite_victim:
        b       CODE

// Shows the registers that a thread begins with: x1 to x30 at [x0 + 8 n], the thread pointer at [x0
// + 256]; then ups the semaphore [x0] and sleeps on semaphore [x0 + 248].
        .global suite_newborn
suite_newborn:
        .purgem with_register
        .macro  with_register n
        str     x\n, [x0, #8 * \n]
        .endm
        each_register
        mrs     x1, tpidr_el0
        str     x1, [x0, #256]
        mov     x19, x0
        ldr     x0, [x19]
        svc     #SEMAPHORE_UP
        ldr     x0, [x19, #248]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        brk     #17

// Calls itself until its stack is used up.
        .global suite_recursion
suite_recursion:
        stp     x29, x30, [sp, #-512]!
        bl      suite_recursion

// Calls portal [x0] with the descriptor [x0 + 8] and the word [x0 + 40], writes result and first
// word to [x0 + 16]; then sleeps on semaphore [x0 + 32].
        .global suite_caller
suite_caller:
        mov     x19, x0
        ldp     x0, x1, [x19]
        ldr     x2, [x19, #40]
        svc     #1
        stp     x0, x2, [x19, #16]
        ldr     x0, [x19, #32]
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        brk     #13

// A server that shows every register it was activated with: in its UTCB page, in order, then sp,
// then the thread pointer.
        .global suite_bare_server
suite_bare_server:
        sub     sp, sp, #16
        stp     x0, x1, [sp]
        movz    x0, #UTCB >> 16, lsl #16
        movk    x0, #0x3000
        .purgem with_register
        .macro  with_register n
        str     x\n, [x0, #8 * \n]
        .endm
        each_register
        ldr     x1, [sp]
        str     x1, [x0]
        add     x1, sp, #16
        str     x1, [x0, #248]
        mrs     x1, tpidr_el0
        str     x1, [x0, #256]
        mov     x1, #33                     // descriptor: 33 words of the page
        mov     x10, #-1                    // must not reach the caller
        mov     x17, #-1
        mov     x19, #-1
        svc     #REPLY
        brk     #14

// A server that calls the portal in word 0 of its message, with the words 1 and 2, before it
// replies: word 0 that call's result code, word 1 the word 0 of its reply.
        .global suite_calling_server
suite_calling_server:
        mov     x0, x2
        mov     x2, x3
        mov     x3, x4
        mov     x1, xzr
        svc     #1
        mov     x3, x2
        mov     x2, x0
        mov     x1, xzr
        svc     #REPLY
        brk     #15

// A server that waits on the semaphore in its first word, and then replies 0x99.
        .global suite_waiting_server
suite_waiting_server:
        mov     x0, x2
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        mov     x2, #0x99
        mov     x1, xzr
        svc     #REPLY
        brk     #16

// Addresses of the entries above: w0 = number.
        .global suite_entry
suite_entry:
        adr     x1, entries
        ldr     x0, [x1, w0, uxtw #3]
        ret
        .balign 8
entries:
        .quad   suite_tester, suite_partner, suite_spinner, suite_waiter, suite_victim, suite_recursion
        .quad   suite_caller, suite_bare_server, suite_calling_server, suite_waiting_server, suite_newborn
        .quad   suite_builder

        .global suite_address
suite_address:
        ret

// Top of the stack of thread w0: 16 KiB for the tester, 2 KiB for each other.
        .global suite_stack
suite_stack:
        adrp    x1, stacks
        add     x1, x1, :lo12:stacks
        add     x1, x1, #0x4000
        lsl     w0, w0, #11
        add     x0, x1, x0
        ret

        .section .bss.stacks, "aw", %nobits
        .balign 16
stacks: .skip   0x4000 + 12 * 0x800
