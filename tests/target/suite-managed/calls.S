// SPDX-License-Identifier: MIT
// Calls of what is no code.

        .section .text.calls, "ax"

        .global suite_call_nothing
suite_call_nothing:
        br      xzr

        .global suite_call_data
suite_call_data:
        adrp    x16, data
        add     x16, x16, :lo12:data
        br      x16

        .section .data.calls, "aw"
        .balign 4
data:
        ret
