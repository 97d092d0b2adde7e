// SPDX-License-Identifier: MIT
// What every thread of a replayed system executes, in whatever domain and however it was started:
// note the registers that the kernel gave it, take the next event of the list, do it, begin anew.
// So whichever thread the kernel lets run does what comes next, as in the simulation.
//
// The region, the same address in every domain (ReplayLayout on the host):
//   0         events taken
//   8         events that may be taken
//   16        events whose outcome is noted
//   24        events that the host has put into the list; the threads draw the others themselves
//   0x10000   list: entries of 96 bytes: what to do, detail (32 bits each), ten words, address
//   0x80000   outcomes, one more than events: entries of 96 bytes: x0 to x9, sp, unused
//   0x180000  stacks

        .equ TAKEN, 0
        .equ ALLOWED, 8
        .equ NOTED, 16
        .equ FILLED, 24
        .equ ENTRY_BYTES, 96

        .equ LOAD, 1
        .equ STORE, 2
        .equ BREAK, 3
        .equ UNDEFINED, 4
        .equ GUEST_CALL, 5
        .equ GUEST_ACCESS, 6
        .equ WAIT, 7                        // of a thread, for the timer; of a guest
        .equ SPIN, 8                        // of a guest, until a time
        .equ OWN_DOMAIN, 6                  // Selectors.OwnDomain
        .equ MAP, 20
        .equ REGION_BYTES, 2 << 20
        .equ EVERYTHING, 7                  // read, write, execute
        .equ TURNS, 8192                    // between two looks at the counter

        .macro  region register
        mov     \register, #0x10000000
        .endm

        .macro  outcome operation           // x13 = entry
        \operation x0, x1, [x13]
        \operation x2, x3, [x13, #16]
        \operation x4, x5, [x13, #32]
        \operation x6, x7, [x13, #48]
        \operation x8, x9, [x13, #64]
        .endm

// x13 = entry x11 of the list or the log.
        .macro  entry table
        add     x13, x10, #\table, lsl #12
        madd    x13, x11, x12, x13
        .endm

        .macro  access operation, register
        \operation \register, [x16]
        b       replay_guest
        .endm

        .section .text.follower, "ax"

// The root thread comes from C#, w0 = selector of the memory that holds the region. The mapping is
// the first event of every trace: all registers are those of ReplayWorld.Setup on the host, and the
// stack is as the kernel made it from here on. Comes back if there is no such memory.
        .global replay_begin
replay_begin:
        mov     w1, w0
        mov     x0, #OWN_DOMAIN
        mov     x2, xzr
        region  x3
        mov     x4, #REGION_BYTES
        mov     x5, #EVERYTHING
        mov     x6, xzr
        mov     x7, xzr
        mov     x8, xzr
        mov     x9, xzr
        svc     #MAP
        cbz     x0, 1f
        ret
1:      adrp    x10, __main_stack_top
        add     x10, x10, :lo12:__main_stack_top
        mov     sp, x10

// x0 to x9 as the kernel gave them; nothing else is known.
        .global replay_follow
replay_follow:
        region  x10
        ldr     x11, [x10, #TAKEN]
        mov     x12, #ENTRY_BYTES
        entry   0x80
        outcome stp
        mov     x14, sp
        str     x14, [x13, #80]
        str     x11, [x10, #NOTED]
1:      ldr     x14, [x10, #ALLOWED]
        cmp     x11, x14
        b.hs    1b
        ldr     x14, [x10, #FILLED]
        cmp     x11, x14
        b.lo    2f
        mov     x0, x11
        mov     x1, sp
        bl      replay_draw
        region  x10
        ldr     x11, [x10, #TAKEN]
        mov     x12, #ENTRY_BYTES
        entry   0x80
        outcome ldp
2:      entry   0x10
        add     x11, x11, #1
        str     x11, [x10, #TAKEN]
        ldp     w14, w15, [x13]
        cmp     w14, #STORE
        b.hi    break_or_wait
        b.eq    store
        cbnz    w14, load
        adr     x16, replay_calls
        add     x16, x16, x15, lsl #3
        ldp     x0, x1, [x13, #8]
        ldp     x2, x3, [x13, #24]
        ldp     x4, x5, [x13, #40]
        ldp     x6, x7, [x13, #56]
        ldp     x8, x9, [x13, #72]
        br      x16

// Accesses and faults leave x0 to x9 as they are.
load:   ldr     x16, [x13, #88]
        .global replay_load
replay_load:
        ldr     x17, [x16]
        b       replay_follow

store:  ldr     x16, [x13, #88]
        ldr     x17, [x13, #8]
        str     x17, [x16]
        b       replay_follow

break_or_wait:
        cmp     w14, #UNDEFINED
        b.eq    replay_undefined
        b.hi    replay_wait
        .global replay_break
replay_break:
        brk     #0x5a
        b       replay_follow

        .global replay_undefined
replay_undefined:
        udf     #0
        b       replay_follow

// Time stands still while instructions are counted and passes here, up to the kernel's timer.
        .global replay_wait
replay_wait:
        wfi
        b       replay_follow

// A hypercall's number is part of its instruction: there is one for each number below 64.
        .balign 8
        .global replay_calls
replay_calls:
        .set    number, 0
        .rept   64
        svc     #number
        b       replay_follow
        .set    number, number + 1
        .endr

// The same for a virtual CPU, at EL1 with its MMU off: the page is mapped at address 0, where a guest
// begins. It has no stack, and draws nothing.
        .balign 4096
        .global replay_guest
replay_guest:
        region  x10
        ldr     x11, [x10, #TAKEN]
        mov     x12, #ENTRY_BYTES
        entry   0x80
        outcome stp
        str     xzr, [x13, #80]
        str     x11, [x10, #NOTED]
1:      ldr     x14, [x10, #ALLOWED]
        cmp     x11, x14
        b.hs    1b
        entry   0x10
        add     x11, x11, #1
        str     x11, [x10, #TAKEN]
        ldp     w14, w15, [x13]
        ldr     x16, [x13, #88]
        cmp     w14, #GUEST_ACCESS
        b.eq    guest_access
        b.lo    guest_call
        cmp     w14, #SPIN
        b.eq    replay_guest_spin
        .global replay_guest_wait
replay_guest_wait:
        wfi
        b       replay_guest

guest_call:
        ldp     x0, x1, [x13, #16]
        ldp     x2, x3, [x13, #32]
        ldp     x4, x5, [x13, #48]
        ldr     x6, [x13, #64]
        .global replay_guest_call
replay_guest_call:
        hvc     #1
        b       replay_guest

// A guest that waited would halt, so it lets instructions pass. Elsewhere the kernel may step over
// one of them.
        .global replay_guest_spin
replay_guest_spin:
        mov     x14, #TURNS
1:      sub     x14, x14, #1
        cbnz    x14, 1b
        mrs     x15, cntpct_el0
        cmp     x15, x16
        b.lo    replay_guest_spin
        b       replay_guest
        b       replay_guest

// An access's size and direction are part of its instruction, too.
guest_access:
        adr     x17, replay_guest_access
        add     x17, x17, x15, lsl #3
        br      x17

        .balign 8
        .global replay_guest_access
replay_guest_access:
        access  ldrb, w0
        access  ldrh, w0
        access  ldr, w0
        access  ldr, x0
        access  strb, w0
        access  strh, w0
        access  str, w0
        access  str, x0

// An exception that the monitor raises: VBAR_EL1 is 0 after reset.
        .org    replay_guest + 0x200
        b       replay_guest
