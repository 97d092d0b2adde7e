// SPDX-License-Identifier: MIT
// Stores of references in a heap that does not move and is collected while everybody rests: they
// are stores. x14 = place, which is moved on by 8; x15 = value, for the last one loaded from x13,
// which is moved on, too.

        .section .text.barrier, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

function RhpByRefAssignRefArm64
        ldr     x15, [x13], #8
        str     x15, [x14], #8
        ret
        .size RhpByRefAssignRefArm64, . - RhpByRefAssignRefArm64

        .global RhpCheckedAssignRefArm64
function RhpAssignRefArm64
RhpCheckedAssignRefArm64:
        str     x15, [x14], #8
        ret
        .size RhpAssignRefArm64, . - RhpAssignRefArm64
