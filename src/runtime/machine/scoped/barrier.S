// SPDX-License-Identifier: MIT
// Stores of references. x14 = place, x15 = value; all registers but x12, x17 and x14, which is
// moved
// on by 8, are kept. A value that lies in a scope may only be stored where it does not outlive the
// scope (the assignment rule of Safety-Critical Java): what is not obvious is asked of C#.

        .include "../runtime.inc"
        .section .text.barrier, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

function RhpByRefAssignRefArm64
        ldr     x15, [x13], #8
        b       RhpAssignRefArm64
        .size RhpByRefAssignRefArm64, . - RhpByRefAssignRefArm64

        .global RhpCheckedAssignRefArm64
function RhpAssignRefArm64
RhpCheckedAssignRefArm64:
        mrs     x17, tpidr_el0
        ldr     x12, [x17, #THREAD_SCOPES_LOW]
        cmp     x15, x12
        b.hs    1f
        str     x15, [x14], #8
        ret
1:      ldp     x12, x17, [x17, #THREAD_SCOPES_HIGH]
        cmp     x14, x12
        ccmp    x15, x12, #2, lo            // 2: as if it were not lower
        b.hs    ask_admission
        cmp     x14, x17                    // into the innermost scope: always right
        b.lo    ask_admission
        str     x15, [x14], #8
        ret
// x12 = what may be stored. Here, where the stack pointer is the caller's, the store may fail.
store_admitted:
        cbz     x12, bulkhead_throw_assignment      // as if the storing code had called it
        str     x12, [x14], #8
        ret
        .size RhpAssignRefArm64, . - RhpAssignRefArm64

        .type ask_admission, %function
ask_admission:
        .cfi_startproc
        stp     x29, x30, [sp, #-288]!
        .cfi_adjust_cfa_offset 288
        .cfi_rel_offset x29, 0
        .cfi_rel_offset x30, 8
        mov     x29, sp
        stp     x0, x1, [sp, #16]
        stp     x2, x3, [sp, #32]
        stp     x4, x5, [sp, #48]
        stp     x6, x7, [sp, #64]
        stp     x8, x9, [sp, #80]
        stp     x10, x11, [sp, #96]
        stp     x13, x14, [sp, #112]
        stp     x15, x16, [sp, #128]
        str     x18, [sp, #144]
        stp     q0, q1, [sp, #160]
        stp     q2, q3, [sp, #192]
        stp     q4, q5, [sp, #224]
        stp     q6, q7, [sp, #256]
        mov     x0, x14
        mov     x1, x15
        bl      bulkhead_admit_store
        mov     x12, x0
        ldp     x0, x1, [sp, #16]
        ldp     x2, x3, [sp, #32]
        ldp     x4, x5, [sp, #48]
        ldp     x6, x7, [sp, #64]
        ldp     x8, x9, [sp, #80]
        ldp     x10, x11, [sp, #96]
        ldp     x13, x14, [sp, #112]
        ldp     x15, x16, [sp, #128]
        ldr     x18, [sp, #144]
        ldp     q0, q1, [sp, #160]
        ldp     q2, q3, [sp, #192]
        ldp     q4, q5, [sp, #224]
        ldp     q6, q7, [sp, #256]
        ldp     x29, x30, [sp], #288
        b       store_admitted
        .cfi_endproc
        .size ask_admission, . - ask_admission
