// SPDX-License-Identifier: MIT
// The operator % of floating-point numbers: compiled code asks for C's fmod and fmodf. Exact.
// Programs that do not use it are linked without it.

        .section .text.remainder, "ax"

        .set    MANTISSA_BITS, 52
        .set    MANTISSA_MASK, (1 << MANTISSA_BITS) - 1
        .set    STEP_BITS, 11           // So many bits are free above a mantissa.

// Takes bits without a sign apart; a subnormal number has exponent 1 and no leading one.
        .macro  split bits, exponent, scratch
        lsr     \exponent, \bits, #MANTISSA_BITS
        and     \bits, \bits, #MANTISSA_MASK
        orr     \scratch, \bits, #(1 << MANTISSA_BITS)
        cmp     \exponent, #0
        csel    \bits, \bits, \scratch, eq
        csinc   \exponent, \exponent, xzr, ne
        .endm

        .macro  remainder left, right, scratch
        udiv    \scratch, \left, \right
        msub    \left, \scratch, \right, \left
        .endm

// d0 = left, d1 = right; gives left - right * truncate(left / right) in d0.
        .global fmod
        .type   fmod, %function
fmod:
        fmov    x0, d0
        fmov    x1, d1
        and     x2, x0, #(1 << 63)
        and     x0, x0, #~(1 << 63)
        and     x1, x1, #~(1 << 63)
        mov     x3, #0x7FF0000000000000
        cbz     x1, 4f
        cmp     x0, x3
        b.hs    4f
        cmp     x1, x3
        b.hi    4f
        cmp     x0, x1
        b.lo    5f
        split   x0, x4, x7
        split   x1, x5, x7
        remainder x0, x1, x7
        sub     x4, x4, x5
        mov     x6, #STEP_BITS
1:      cbz     x4, 2f
        cbz     x0, 3f
        cmp     x4, x6
        csel    x7, x4, x6, lo
        sub     x4, x4, x7
        lsl     x0, x0, x7
        remainder x0, x1, x7
        b       1b
2:      cbz     x0, 3f
        clz     x7, x0
        sub     x7, x7, #(63 - MANTISSA_BITS)
        sub     x8, x5, #1
        cmp     x7, x8
        csel    x7, x7, x8, ls
        lsl     x0, x0, x7
        sub     x5, x5, x7
        tst     x0, #(1 << MANTISSA_BITS)
        csel    x5, x5, xzr, ne
        and     x0, x0, #MANTISSA_MASK
        orr     x0, x0, x5, lsl #MANTISSA_BITS
3:      orr     x0, x0, x2
        fmov    d0, x0
        ret
4:      mov     x0, #0xFFF8000000000000
        fmov    d0, x0
5:      ret
        .size   fmod, . - fmod

// s0 = left, s1 = right; the same, of which the double is exact.
        .global fmodf
        .type   fmodf, %function
fmodf:
        stp     x29, x30, [sp, #-16]!
        fcvt    d0, s0
        fcvt    d1, s1
        bl      fmod
        fcvt    s0, d0
        ldp     x29, x30, [sp], #16
        ret
        .size   fmodf, . - fmodf
