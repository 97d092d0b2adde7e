// SPDX-License-Identifier: MIT
// A call of the partition's portal, in tier 1: nothing is between the entry and the program.

        .section .text.serve, "ax"

// x0 = message.
        .global bulkhead_serve
        .type bulkhead_serve, %function
bulkhead_serve:
        b       bulkhead_portal
        .size bulkhead_serve, . - bulkhead_serve
