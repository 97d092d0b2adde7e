// SPDX-License-Identifier: MIT
// The guest's start at EL1: an identity map of 512 GiB, vectors, and the symbols that compiled code
// expects.

        .include "../support/vectors.inc"

        .equ PSCI_SYSTEM_OFF, 0x84000008
        .equ PSCI_CPU_OFF, 0x84000002
        .equ PSCI_CPU_ON, 0xc4000003
        .equ PRIVATE_OF_1, 0x080d0000       // the second redistributor's private interrupts
        .equ TIMER, 1 << 27
        .equ VECTORS_OPEN, 3 << 20          // CPACR_EL1
        .equ BLOCK, 0x701                   // valid, accessed, inner shareable, attribute 0: normal memory
        .equ DEVICE_BLOCK, 0x405            // valid, accessed, attribute 1: device
        .equ ATTRIBUTES, 0x00ff             // MAIR_EL1
        .equ TRANSLATION, 0x803519          // TCR_EL1: 39 bits, 4 KiB, cached walks, upper half off

        .macro  prepare stack
        ldr     x1, =\stack
        mov     sp, x1
        mov     x29, xzr
        mov     x30, xzr
        ldr     x1, =vectors
        msr     vbar_el1, x1
        mov     x1, #VECTORS_OPEN
        msr     cpacr_el1, x1
        isb
        .endm

        .section .text.start, "ax"
        .global _start
_start:
        mov     x19, x0
        prepare __stack_top
        ldr     x0, =__clear_start
        ldr     x1, =__clear_end
1:      stp     xzr, xzr, [x0], #16
        cmp     x0, x1
        b.lo    1b
// 1 GiB blocks: devices, then normal memory. The last two lead above the guest-physical space and
// above 40 bits.
        ldr     x0, =__tables
        mov     x1, #DEVICE_BLOCK
        str     x1, [x0]
        mov     x1, #1
2:      lsl     x2, x1, #30
        orr     x2, x2, #BLOCK & ~1
        orr     x2, x2, #1
        str     x2, [x0, x1, lsl #3]
        add     x1, x1, #1
        cmp     x1, #510
        b.lo    2b
        mov     x2, #1 << 39
        orr     x2, x2, #BLOCK & ~1
        orr     x2, x2, #1
        str     x2, [x0, #510 * 8]
        mov     x2, #1 << 41
        orr     x2, x2, #BLOCK & ~1
        orr     x2, x2, #1
        str     x2, [x0, #511 * 8]
        msr     ttbr0_el1, x0
        mov     x1, #ATTRIBUTES
        msr     mair_el1, x1
        ldr     x1, =TRANSLATION
        mrs     x2, id_aa64mmfr0_el1
        and     x2, x2, #7
        orr     x1, x1, x2, lsl #32
        msr     tcr_el1, x1
        tlbi    vmalle1
        dsb     sy
        isb
        mrs     x1, sctlr_el1
        mov     x2, #0x1005                 // MMU, data and instruction caches
        orr     x1, x1, x2
        msr     sctlr_el1, x1
        isb
        mov     x0, x19
        bl      guest_main
        .global guest_off
guest_off:
        ldr     w0, =PSCI_SYSTEM_OFF
        hvc     #0
        b       .

// The second virtual CPU: x0 = address of three words, which get a 1, MPIDR and the state of its
// registers; then off again.
        .global guest_secondary
guest_secondary:
        mrs     x1, mpidr_el1
        mrs     x2, sctlr_el1
        stp     x1, x2, [x0, #8]
        mov     x1, #1
        str     x1, [x0]
        dsb     sy
        ldr     w0, =PSCI_CPU_OFF
        hvc     #0
        b       .

// It goes with its timer's interrupt pending and disabled: x0 = address of two words; the first gets
// a 1, and when the second is not 0 the interrupt is not even pending any more.
        .global guest_timer_secondary
guest_timer_secondary:
        ldr     x19, =PRIVATE_OF_1
        mov     w20, #TIMER
        str     w20, [x19, #0x100]          // enabled
        msr     cntv_cval_el0, xzr
        mov     x21, #1
        msr     cntv_ctl_el0, x21
        isb
        str     w20, [x19, #0x180]          // disabled
        ldr     x1, [x0, #8]
        cbz     x1, 1f
        str     w20, [x19, #0x280]          // not pending
1:      str     x21, [x0]
        dsb     sy
        ldr     w0, =PSCI_CPU_OFF
        hvc     #0
        b       .

// It goes as soon as it has come, and turns the next one on in between. x0 = address of its words:
// how often it came, whether it turns the next one on, that one's number and words, how often that
// was granted, and how often the answer was neither that nor "on" nor "on its way".
        .global guest_hammer
guest_hammer:
        mov     x19, x0
        ldr     x1, [x19]
        add     x1, x1, #1
        str     x1, [x19]
        ldr     x1, [x19, #8]
        cbz     x1, 2f
        ldr     w0, =PSCI_CPU_ON
        ldp     x1, x3, [x19, #16]
        adr     x2, guest_hammer
        hvc     #0
        add     x1, x19, #32
        cbz     x0, 1f
        cmn     x0, #4
        ccmn    x0, #5, #4, ne
        b.eq    2f
        add     x1, x1, #8
1:      ldr     x2, [x1]
        add     x2, x2, #1
        str     x2, [x1]
2:      dsb     sy
        ldr     w0, =PSCI_CPU_OFF
        hvc     #0
        b       .

        .balign 2048
        .global vectors
vectors:
        .rept   4
        .balign 128
        b       unexpected
        .endr
        .balign 128
        b       synchronous
        .balign 128
        b       interrupt
        .rept   10
        .balign 128
        b       unexpected
        .endr

// x0 and x1 are on the stack for a moment; every other register stays. guest_exception: how to go
// on (0: not expected), count, ESR, ELR, FAR, SPSR.
synchronous:
        stp     x0, x1, [sp, #-16]!
        ldr     x0, =guest_exception
        ldr     x1, [x0]
        cbz     x1, unexpected
        ldr     x1, [x0, #8]
        add     x1, x1, #1
        str     x1, [x0, #8]
        mrs     x1, esr_el1
        str     x1, [x0, #16]
        mrs     x1, far_el1
        str     x1, [x0, #32]
        mrs     x1, spsr_el1
        str     x1, [x0, #40]
        mrs     x1, elr_el1
        str     x1, [x0, #24]
        ldr     x0, [x0]
        cmp     x0, #1                      // 1: behind the instruction, 2: where x30 says
        add     x1, x1, #4
        csel    x1, x1, x30, eq
        msr     elr_el1, x1
        mrs     x1, spsr_el1
        bic     x1, x1, #1 << 20            // an illegal state ends here
        msr     spsr_el1, x1
        ldp     x0, x1, [sp], #16
        eret

interrupt:
        sub     sp, sp, #672
        stp     x0, x1, [sp]
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
        stp     x10, x11, [sp, #80]
        stp     x12, x13, [sp, #96]
        stp     x14, x15, [sp, #112]
        stp     x16, x17, [sp, #128]
        stp     x18, x30, [sp, #144]
        add     x0, sp, #160
        vectors stp, x0
        bl      guest_interrupt
        add     x0, sp, #160
        vectors ldp, x0
        ldp     x18, x30, [sp, #144]
        ldp     x16, x17, [sp, #128]
        ldp     x14, x15, [sp, #112]
        ldp     x12, x13, [sp, #96]
        ldp     x10, x11, [sp, #80]
        ldp     x8, x9, [sp, #64]
        ldp     x6, x7, [sp, #48]
        ldp     x4, x5, [sp, #32]
        ldp     x2, x3, [sp, #16]
        ldp     x0, x1, [sp]
        add     sp, sp, #672
        eret

unexpected:
        mrs     x0, esr_el1
        mrs     x1, elr_el1
        mrs     x2, far_el1
        bl      guest_fault
        b       guest_off

        .global RhpThrowEx
RhpThrowEx:
        mov     x1, x30
        mov     x2, xzr
        bl      guest_fault
        b       guest_off

        .section .rodata.cookie, "a"
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0x5bd1e9950f3c7a00

        .section .data
        .balign 8
        .global guest_exception
guest_exception:
        .skip   48
