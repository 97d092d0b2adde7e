// SPDX-License-Identifier: MIT
// Calls through interfaces. x0 = object, x11 = cell; x0 to x8 and d0 to d7 carry arguments.

        .section .text.dispatch, "ax"

// The cell knows one answer: most calls at one place see one type.
        .global bulkhead_cached_dispatch
        .type bulkhead_cached_dispatch, %function
bulkhead_cached_dispatch:
        ldr     x9, [x0]                    // a null object fails here, in the caller's name
        ldr     x12, [x11, #8]
        tbnz    x12, #0, RhpInitialDynamicInterfaceDispatch     // read before the stub's address
        ldp     x10, x13, [x12]             // type, code
        cmp     x9, x10
        b.ne    RhpInitialDynamicInterfaceDispatch
        br      x13
        .size bulkhead_cached_dispatch, . - bulkhead_cached_dispatch

// Looks the method up, remembers it in the cell and goes there.
        .global RhpInitialDynamicInterfaceDispatch
        .type RhpInitialDynamicInterfaceDispatch, %function
RhpInitialDynamicInterfaceDispatch:
        .cfi_startproc
        ldr     xzr, [x0]
        stp     x29, x30, [sp, #-160]!
        .cfi_adjust_cfa_offset 160
        .cfi_rel_offset x29, 0
        .cfi_rel_offset x30, 8
        mov     x29, sp
        stp     x0, x1, [sp, #16]
        stp     x2, x3, [sp, #32]
        stp     x4, x5, [sp, #48]
        stp     x6, x7, [sp, #64]
        str     x8, [sp, #80]
        stp     d0, d1, [sp, #96]
        stp     d2, d3, [sp, #112]
        stp     d4, d5, [sp, #128]
        stp     d6, d7, [sp, #144]
        mov     x1, x11
        bl      bulkhead_resolve_dispatch
        mov     x13, x0
        ldp     x0, x1, [sp, #16]
        ldp     x2, x3, [sp, #32]
        ldp     x4, x5, [sp, #48]
        ldp     x6, x7, [sp, #64]
        ldr     x8, [sp, #80]
        ldp     d0, d1, [sp, #96]
        ldp     d2, d3, [sp, #112]
        ldp     d4, d5, [sp, #128]
        ldp     d6, d7, [sp, #144]
        ldp     x29, x30, [sp], #160
        br      x13
        .cfi_endproc
        .size RhpInitialDynamicInterfaceDispatch, . - RhpInitialDynamicInterfaceDispatch

        .global bulkhead_cached_dispatch_address
        .type bulkhead_cached_dispatch_address, %function
bulkhead_cached_dispatch_address:
        adrp    x0, bulkhead_cached_dispatch
        add     x0, x0, :lo12:bulkhead_cached_dispatch
        ret
        .size bulkhead_cached_dispatch_address, . - bulkhead_cached_dispatch_address
