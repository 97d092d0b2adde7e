// SPDX-License-Identifier: MIT
// Stores of references: the collector looks at everything, so there is nothing to remember.
// x14 = place, moved on by 8; x15 = value.

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
