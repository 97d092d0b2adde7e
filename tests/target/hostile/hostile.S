// SPDX-License-Identifier: MIT
// The description's entry is one of the branches: 0x40080000 + 4 n. Each says its number, then does harm for ever.

        .equ UART, 0x09000000
        .equ GICD, 0x08000000
        .equ GICR, 0x080a0000
        .equ PSCI_SYSTEM_RESET, 0x84000009
        .equ PSCI_CPU_OFF, 0x84000002

        .section .text.start, "ax"
        .global _start
_start:
        b       unmapped_vectors
        b       own_loop
        b       call_storm
        b       output_flood
        b       controller_storm
        b       deaf
        b       reset
        b       timer_storm
        b       off
        b       wild_jumps
        b       software_interrupt_storm

        .macro  say number
        ldr     x9, =UART
        mov     w10, #'h'
        str     w10, [x9]
        mov     w10, #'0' + \number / 10
        str     w10, [x9]
        mov     w10, #'0' + \number % 10
        str     w10, [x9]
        mov     w10, #'\n'
        str     w10, [x9]
        .endm

// An xorshift generator in x20.
        .macro  random target
        eor     x20, x20, x20, lsl #13
        eor     x20, x20, x20, lsr #7
        eor     x20, x20, x20, lsl #17
        mov     \target, x20
        .endm

// The vectors are where nothing is: every exception raises the next.
unmapped_vectors:
        say     0
        mov     x0, #0x20000000
        msr     vbar_el1, x0
        isb
        udf     #0

// The vectors hold an undefined instruction: the guest raises exceptions to itself only.
own_loop:
        say     1
        adr     x0, bad_vectors
        msr     vbar_el1, x0
        isb
        udf     #0

// Function ids at random, by HVC and by SMC; the ones that would end the guest are left out.
call_storm:
        say     2
        ldr     x20, =0x9e3779b97f4a7c15
1:      random  x0
        and     w1, w0, #0xff000000
        mov     w2, #0x84000000
        cmp     w1, w2
        b.eq    1b
        mov     x1, x20
        mov     x2, #-1
        mov     x3, #-1
        tbz     x20, #7, 2f
        smc     #0
        b       1b
2:      hvc     #0
        b       1b

output_flood:
        say     3
        ldr     x9, =UART
        ldr     x20, =0x9e3779b97f4a7c15
1:      random  x0
        and     w0, w0, #0xff
        str     w0, [x9]
        b       1b

// Every register of distributor and redistributor gets random words, and is read.
controller_storm:
        say     4
        ldr     x20, =0x9e3779b97f4a7c15
1:      random  x0
        ubfx    x1, x0, #3, #14
        lsl     x1, x1, #2
        ldr     x2, =GICD
        ldr     x3, =GICR
        ubfx    x4, x0, #41, #1             // the redistributor has two frames
        add     x3, x3, x4, lsl #16
        tst     x0, #1 << 40
        csel    x2, x2, x3, eq
        add     x2, x2, x1
        lsr     x4, x0, #20
        tbnz    x0, #50, 2f
        str     w4, [x2]
        b       1b
2:      ldr     w4, [x2]
        b       1b

// Sleeps with interrupts closed and nothing to wake it.
deaf:   say     5
        msr     daifset, #15
1:      wfi
        b       1b

reset:  say     6
        ldr     w0, =PSCI_SYSTEM_RESET
        smc     #0
        b       .

// A timer in the past whose interrupt nobody silences.
timer_storm:
        say     7
        adr     x0, storm_vectors
        msr     vbar_el1, x0
        bl      open_controller
        mov     w1, #1 << 27
        ldr     x0, =GICR + 0x10100
        str     w1, [x0]
        msr     cntv_cval_el0, xzr
        mov     x0, #1
        msr     cntv_ctl_el0, x0
        msr     daifclr, #2
1:      wfi
        b       1b

// The last processor goes off: nothing is left that could run.
off:    say     8
        ldr     w0, =PSCI_CPU_OFF
        hvc     #0
        b       .

// Jumps to another unowned place each time.
wild_jumps:
        say     9
        adr     x0, jump_vectors
        msr     vbar_el1, x0
        ldr     x20, =0x9e3779b97f4a7c15
next_jump:
        random  x0
        ubfx    x0, x0, #10, #26
        lsl     x0, x0, #2
        br      x0

software_interrupt_storm:
        say     10
        adr     x0, storm_vectors
        msr     vbar_el1, x0
        bl      open_controller
        mov     w1, #0xffff
        ldr     x0, =GICR + 0x10100
        str     w1, [x0]
        msr     daifclr, #2
        ldr     x20, =0x9e3779b97f4a7c15
1:      random  x0
        and     x0, x0, #15 << 24
        orr     x0, x0, #1
        msr     S3_0_C12_C11_5, x0          // ICC_SGI1R_EL1
        b       1b

open_controller:
        mov     w1, #0x12
        ldr     x0, =GICD
        str     w1, [x0]
        mov     w1, #-1
        ldr     x0, =GICR + 0x10080
        str     w1, [x0]
        mov     x0, #7
        msr     S3_0_C12_C12_5, x0
        isb
        mov     x0, #0xff
        msr     S3_0_C4_C6_0, x0
        mov     x0, #1
        msr     S3_0_C12_C12_7, x0
        isb
        ret

        .balign 2048
bad_vectors:
        .rept   16
        .balign 128
        mov     x1, #500                    // an exception costs an emulator more than instructions do
1:      subs    x1, x1, #1
        b.ne    1b
        udf     #0
        .endr

        .balign 2048
storm_vectors:
        .rept   5
        .balign 128
        b       .
        .endr
        .balign 128
        mrs     x18, S3_0_C12_C12_0         // ICC_IAR1_EL1
        msr     S3_0_C12_C12_1, x18         // ICC_EOIR1_EL1
        eret
        .rept   10
        .balign 128
        b       .
        .endr

        .balign 2048
jump_vectors:
        .rept   16
        .balign 128
        b       next_jump
        .endr

// Symbols that compiled code expects; nothing calls them.
        .section .text.symbols, "ax"
        .global RhpThrowEx
RhpThrowEx:
        b       .

        .section .rodata.cookie, "a"
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0
