// SPDX-License-Identifier: MIT
// What a project says of the memory of declared threads, see managed.ld.

        .section .text.thread_memory, "ax"

// Bytes that each has for scopes.
        .global bulkhead_thread_scope_bytes
        .type bulkhead_thread_scope_bytes, %function
bulkhead_thread_scope_bytes:
        ldr     x0, =__thread_scope_bytes
        ret
        .ltorg
        .size bulkhead_thread_scope_bytes, . - bulkhead_thread_scope_bytes
