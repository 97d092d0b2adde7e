// SPDX-License-Identifier: MIT
// Runs one instruction with every register known, and says what the registers are afterwards. The
// instruction stands at CODE, which is written through another address (see Probe.cs), and behind
// it a branch to suite_resume.


        .macro  all operation, base         // x2 to x30
        .irp    pair, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28
        pair_of \operation, \pair, \base
        .endr
        .endm

        .macro  pair_of operation, first, base
        .if     \first == 2
        \operation x2, x3, [\base, #16]
        .elseif \first == 4
        \operation x4, x5, [\base, #32]
        .elseif \first == 6
        \operation x6, x7, [\base, #48]
        .elseif \first == 8
        \operation x8, x9, [\base, #64]
        .elseif \first == 10
        \operation x10, x11, [\base, #80]
        .elseif \first == 12
        \operation x12, x13, [\base, #96]
        .elseif \first == 14
        \operation x14, x15, [\base, #112]
        .elseif \first == 16
        \operation x16, x17, [\base, #128]
        .elseif \first == 18
        \operation x18, x19, [\base, #144]
        .elseif \first == 20
        \operation x20, x21, [\base, #160]
        .elseif \first == 22
        \operation x22, x23, [\base, #176]
        .elseif \first == 24
        \operation x24, x25, [\base, #192]
        .elseif \first == 26
        \operation x26, x27, [\base, #208]
        .else
        \operation x28, x29, [\base, #224]
        .endif
        .endm

        .include "../support/vectors.inc"

        .section .text.probe, "ax"

// x0 = Registers, in and out.
        .global suite_probe
suite_probe:
        stp     x29, x30, [sp, #-112]!
        stp     x19, x20, [sp, #16]
        stp     x21, x22, [sp, #32]
        stp     x23, x24, [sp, #48]
        stp     x25, x26, [sp, #64]
        stp     x27, x28, [sp, #80]
        stp     x0, x18, [sp, #96]
        all     ldp, x0
        ldr     x30, [x0, #240]
        ldp     x0, x1, [x0]
        b       CODE

        .global suite_resume
suite_resume:
        sub     sp, sp, #256
        stp     x0, x1, [sp]
        all     stp, sp
        str     x30, [sp, #240]
        ldr     x0, [sp, #256 + 96]
        mov     x1, #31
        mov     x2, sp
1:      ldr     x3, [x2], #8
        str     x3, [x0], #8
        subs    x1, x1, #1
        b.ne    1b
        add     sp, sp, #256
        ldr     x18, [sp, #104]
        ldp     x27, x28, [sp, #80]
        ldp     x25, x26, [sp, #64]
        ldp     x23, x24, [sp, #48]
        ldp     x21, x22, [sp, #32]
        ldp     x19, x20, [sp, #16]
        ldp     x29, x30, [sp], #112
        ret

        .global suite_resume_address
suite_resume_address:
        adr     x0, suite_resume
        ret

// x0 = Registers, x1 = Vectors, both in and out. The lower halves of v8 to v15 belong to the
// caller.
        .global suite_probe_vectors
suite_probe_vectors:
        stp     x1, x30, [sp, #-80]!
        stp     d8, d9, [sp, #16]
        stp     d10, d11, [sp, #32]
        stp     d12, d13, [sp, #48]
        stp     d14, d15, [sp, #64]
        ldr     x2, [x1, #512]
        ldr     x3, [x1, #520]
        msr     fpcr, x2
        msr     fpsr, x3
        vectors ldp, x1
        bl      suite_probe
        ldr     x1, [sp]
        vectors stp, x1
        mrs     x2, fpcr
        mrs     x3, fpsr
        str     x2, [x1, #512]
        str     x3, [x1, #520]
        msr     fpcr, xzr
        ldp     d14, d15, [sp, #64]
        ldp     d12, d13, [sp, #48]
        ldp     d10, d11, [sp, #32]
        ldp     d8, d9, [sp, #16]
        ldp     x1, x30, [sp], #80
        ret

// x0 = address of a word to write, x1 = the word, x2 = the address that executes it.
        .global suite_write_code
suite_write_code:
        str     w1, [x0]
        dc      cvau, x0
        dsb     sy
        ic      ivau, x2
        dsb     sy
        isb
        ret

// x0 = address, x1 = value: plain 64-bit accesses that may fault.
        .global suite_load
suite_load:
        ldr     x0, [x0]
        ret

        .global suite_store
suite_store:
        str     x1, [x0]
        ret
