// SPDX-License-Identifier: MIT
// What the time partition before the victim's window does: native threads. x0 = where each counts
// its operations. None of them ends, and none uses a stack.

        .equ OWN_DOMAIN, 6                  // Selectors.OwnDomain
        .equ SYSTEM, 7                      // Selectors.System
        .equ MEMORY, 19                     // AttackSelectors
        .equ ECHO, 20
        .equ RAISED, 21
        .equ INTERRUPT, 22
        .equ POLLED, 23
        .equ TREE, 24
        .equ TREE_END, 255
        .equ HERE, 0x6001000                // not at the start of a block: pages are mapped
        .equ THERE, 0x7001000
        .equ OFFSET, 0x30000                // behind what the suite shares
        .equ LARGE, 0x100000
        .equ UART, 0x9000000
        .equ WRITE_TEXT, 1                  // Monitor.WriteText

        .equ CALL, 1
        .equ SEMAPHORE_UP, 3
        .equ SEMAPHORE_DOWN, 4
        .equ YIELD, 5
        .equ SYSTEM_INFO, 6
        .equ FRAME_TICKS, 9                 // SystemInfoItem
        .equ CREATE_SEMAPHORE, 13
        .equ DELEGATE, 16
        .equ REVOKE, 17
        .equ MAP, 20
        .equ UNMAP, 21
        .equ ACKNOWLEDGE, 26
        .equ CONSOLE_WRITE, 36
        .equ NO_SUCH, 0x3ff

        .include "attack.inc"

        .section .text.attacks, "ax"

        attack  attack_spin
1:      counted
        b       1b

        attack  attack_wait
1:      counted
        wfe
        wfi
        b       1b

        attack  attack_hypercalls
1:      counted
        svc     #NO_SUCH
        mov     x0, #1
        svc     #SYSTEM_INFO
        svc     #YIELD
        mov     x0, #POLLED
        svc     #SEMAPHORE_UP
        mov     x0, #POLLED
        mov     x1, xzr
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        mov     x0, #255                    // an empty slot
        mov     x1, xzr
        svc     #CALL
        b       1b

// Whoever hears of the fault lets it step over the instruction.
        attack  attack_faults
1:      counted
        mov     x1, #0x1000
        ldr     x1, [x1]
        b       1b

        .macro  text
        ldr     x2, =0x2e2e2e2e2e2e2e2e
        mov     x3, x2
        mov     x4, x2
        mov     x5, x2
        mov     x6, x2
        mov     x7, x2
        mov     x8, x2
        ldr     x9, =0x0a2e2e2e2e2e2e2e
        .endm

// Text for whoever serves the UART.
        attack  attack_console
1:      counted
        mov     x0, #ECHO
        mov     x1, #WRITE_TEXT << 32
        text
        svc     #CALL
        b       1b

        attack  attack_boot_console
1:      counted
        mov     x0, #SYSTEM
        mov     x1, #64
        text
        svc     #CONSOLE_WRITE
        b       1b

// The UART's transmitter asks for more for ever: the line is up again as soon as it is opened.
        attack  attack_interrupts
        ldr     x1, =UART
        mov     w2, #1 << 5                 // UARTIMSC.TXIM
        str     w2, [x1, #0x38]
        mov     w2, #'\n'
        str     w2, [x1]
1:      mov     x0, #RAISED
        mov     x1, #-1
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        counted
        mov     x0, #INTERRUPT
        svc     #ACKNOWLEDGE
        b       1b

        attack  attack_ipc
1:      counted
        mov     x0, #ECHO
        mov     x1, xzr
        svc     #CALL
        b       1b

// A whole page there and back.
        attack  attack_pages
1:      counted
        mov     x0, #ECHO
        mov     x1, #512
        svc     #CALL
        b       1b

        .macro  mapped address, bytes
        mov     x0, #OWN_DOMAIN
        mov     x1, #MEMORY
        mov     x2, #OFFSET
        ldr     x3, =\address
        mov     x4, #\bytes
        mov     x5, #3                      // read, write
        svc     #MAP
        cbnz    x0, .
        ldr     x3, =\address
        str     x20, [x3]
        mov     x0, #OWN_DOMAIN
        mov     x1, x3
        mov     x2, #\bytes
        svc     #UNMAP
        cbnz    x0, .
        .endm

        attack  attack_churn
1:      counted
        mapped  HERE, 0x1000
        b       1b

        attack  attack_map
1:      counted
        mapped  THERE, LARGE
        b       1b

// The hypercall that does most at once for whoever holds no right to map: it revokes a semaphore
// with as many capabilities derived from it as a partition has slots for.
        attack  attack_tree
1:      counted
        mov     x0, #TREE
        mov     x1, xzr
        svc     #CREATE_SEMAPHORE
        cbnz    x0, .
        mov     x24, #TREE + 1
2:      pause
        mov     x0, #TREE
        mov     x1, xzr
        mov     x2, x24
        mov     x3, #0x300000               // Rights.SemaphoreAll
        svc     #DELEGATE
        cbnz    x0, .
        add     x24, x24, #1
        cmp     x24, #TREE_END
        b.ne    2b
        mov     x0, #TREE
        mov     x1, #1
        svc     #REVOKE
        cbnz    x0, .
        b       1b

// One of many threads: its deadline passes when the victim's next window begins or up to 1,023
// ticks before, or when the control thread's does.
        attack  attack_timers
        mov     x0, sp
        add     x21, x21, x0                // its own sequence
        ldp     x24, x25, [x19, #8]         // CounterWord: first window of the frame, stride
        ldr     x26, [x19, #24]             // length of the frame
1:      counted
        mov     x0, #FRAME_TICKS
        svc     #SYSTEM_INFO
        add     x3, x1, x26                 // start of the next frame
        add     x1, x1, x24
        isb
        mrs     x2, cntpct_el0
2:      cmp     x1, x2
        b.hi    3f
        add     x1, x1, x25
        b       2b
3:      cmp     x1, x3
        csel    x1, x3, x1, hi
        lsr     x2, x21, #54
        tst     x21, #1 << 40
        csel    x2, x2, xzr, ne
        sub     x1, x1, x2
        mov     x0, #POLLED
        mov     x2, xzr
        svc     #SEMAPHORE_DOWN
        b       1b
