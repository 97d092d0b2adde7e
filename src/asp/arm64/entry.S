// SPDX-License-Identifier: MIT
// Every way into the kernel and out of it. TPIDR_EL2 holds the current execution context's address;
// the stack is empty whenever unprivileged code runs.

        .equ X, 16                          // offset of ExecutionContext.Frame: x0
// ContextControls: translation root, traps, mode, stack top.
        .equ CONTROLS, 304
        .equ PORTAL_ENTRY, 16               // Portal: entry, badge

// Speculation must not run past the return (straight-line speculation).
        .macro  return_to_lower
        eret
        dsb     nsh
        isb
        .endm

        .macro  clear registers:vararg
        .irp    register, \registers
        mov     \register, xzr
        .endr
        .endm

        .macro  message operation, base     // x2 to x9
        \operation x2, x3, [\base, #X + 2 * 8]
        \operation x4, x5, [\base, #X + 4 * 8]
        \operation x6, x7, [\base, #X + 6 * 8]
        \operation x8, x9, [\base, #X + 8 * 8]
        .endm

        .macro  scratch operation, base     // x10 to x15
        \operation x10, x11, [\base, #X + 10 * 8]
        \operation x12, x13, [\base, #X + 12 * 8]
        \operation x14, x15, [\base, #X + 14 * 8]
        .endm

        .macro  preserved operation, single, base   // x18 to x28
        \operation x18, x19, [\base, #X + 18 * 8]
        \operation x20, x21, [\base, #X + 20 * 8]
        \operation x22, x23, [\base, #X + 22 * 8]
        \operation x24, x25, [\base, #X + 24 * 8]
        \operation x26, x27, [\base, #X + 26 * 8]
        \single x28, [\base, #X + 28 * 8]
        .endm

// Saves every register of the context that trapped; x17 = context, and the stack holds its x16 and
// x17. x0 = kernel state, x1 = context.
        .macro  save_behind_x17
        stp     x0, x1, [x17, #X]
        ldp     x0, x1, [sp], #16
        stp     x0, x1, [x17, #X + 16 * 8]
        message stp, x17
        scratch stp, x17
        stp     x29, x30, [x17, #X + 29 * 8]
        save_preserved
        .endm

// x18 to x28 and what is not in general registers; x17 = context. x0 = kernel state, x1 = context,
// x2 and x3 are used.
        .macro  save_preserved
        preserved stp, str, x17
        mrs     x2, sp_el0
        mrs     x3, elr_el2
        stp     x2, x3, [x17, #X + 31 * 8]
        mrs     x2, spsr_el2
        mrs     x3, tpidr_el0
        stp     x2, x3, [x17, #X + 33 * 8]
        mov     x1, x17
        adrp    x0, __kernel_state_start
        .endm

// Back to EL0 with the message that x17's context holds. Other registers must not carry anything to
// another domain: no kernel value, no caller's leftover.
        .macro  deliver
        ldr     x1, [x17, #X + 8]
        message ldp, x17
        clear   x10, x11, x12, x13, x14, x15, x16, x17
        return_to_lower
        .endm

// Runs a method of the fast path: x2 and x3 = its arguments behind kernel state and context. x17 =
// context again, x0 = what it gives.
        .macro  fast method
        mov     x1, x17
        adrp    x0, __kernel_state_start
        bl      \method
        mrs     x17, tpidr_el2
        .endm

// A vector has room for 32 instructions; what fits stands in it.
        .macro  vector label
        .balign 128
        b       \label
        .endm

        .macro  saved_entry name, handler
        .balign 128
\name:  stp     x16, x17, [sp, #-16]!
        mrs     x17, tpidr_el2
        save_behind_x17
        mrs     x2, esr_el2
        bl      \handler
        b       leave
        .endm

        .section .text.entry, "ax"
        .balign 2048
        .global exception_vectors, leave, kernel_exception, RhpThrowEx, __security_cookie
exception_vectors:
        .rept   8                           // from the kernel itself
        vector  kernel_exception
        .endr
// From below in AArch64. A hypercall leaves x10 to x17 to the kernel; every other exception must
// keep them.
        .balign 128
lower_synchronous:
        stp     x16, x17, [sp, #-16]!
        mrs     x16, esr_el2
        mrs     x17, tpidr_el2
        lsr     x16, x16, #26
// Svc from AArch64: only native threads trap here with it.
        cmp     x16, #0x15
        b.eq    hypercall
        save_behind_x17
        b       lower_trap

        saved_entry lower_interrupt, handle_interrupt
        vector  lower_interrupt
        saved_entry lower_error, handle_error
// From below in AArch32.
        .irp    label, synchronous, interrupt, interrupt, error
        vector  lower_\label
        .endr

lower_trap:
        mrs     x2, esr_el2
        mrs     x3, far_el2
        mrs     x4, hpfar_el2
        bl      handle_synchronous
        b       leave

// x17 = context. The number is the instruction's immediate.
hypercall:
        add     sp, sp, #16
        mrs     x16, esr_el2
        and     x16, x16, #0xffff
        cbz     x16, hypercall_none
        stp     x29, x30, [x17, #X + 29 * 8]
        stp     x0, x1, [x17, #X]
        message stp, x17
        cmp     x16, #2
        b.lo    call
        b.eq    reply
        cmp     x16, #3
        b.eq    semaphore_up

// The general way; x17 = context, x0 to x9, x29 and x30 are saved.
hypercall_general:
        save_preserved
        .irp    slot, 10, 12, 14, 16
        stp     xzr, xzr, [x17, #X + \slot * 8]
        .endr
        mrs     x2, esr_el2
        and     x2, x2, #0xffff
        bl      handle_hypercall
        b       leave

// Number 0 is refused for ever: Status.BadHypercall, Reason.UnknownHypercall.
hypercall_none:
        mov     x0, #0x103
        clear   x16, x17
        return_to_lower

call:   mov     x3, x1
        mov     x2, x0
        fast    fast_call                   // x0 = server or 0, x1 = portal
        cbz     x0, hypercall_general
        msr     tpidr_el2, x0
        ldp     x10, x11, [x0, #CONTROLS]
        ldr     x12, [x0, #CONTROLS + 24]
        ldp     x13, x14, [x1, #PORTAL_ENTRY]
        save_preserved
        msr     vttbr_el2, x10
        msr     cptr_el2, x11
        msr     sp_el0, x12
        msr     elr_el2, x13
        msr     spsr_el2, xzr               // EL0, interrupts open
        msr     tpidr_el0, xzr
        mov     x0, x14
        clear   x18, x19, x20, x21, x22, x23, x24, x25, x26, x27, x28, x29, x30
        deliver

reply:  mov     x2, x1
        fast    fast_reply                  // x0 = caller or 0
        cbz     x0, reply_exit
        msr     tpidr_el2, x0
        ldp     x10, x11, [x0, #CONTROLS]
        ldp     x12, x13, [x0, #X + 31 * 8]
        ldp     x14, x15, [x0, #X + 33 * 8]
        msr     vttbr_el2, x10
        msr     cptr_el2, x11
        msr     sp_el0, x12
        msr     elr_el2, x13
        msr     spsr_el2, x14
        msr     tpidr_el0, x15
        preserved ldp, ldr, x0
        ldp     x29, x30, [x0, #X + 29 * 8]
        mov     x0, xzr
        deliver

// The caller is no thread: a monitor's reply to its virtual CPU, which needs none of the monitor's
// registers saved.
reply_exit:
        fast    fast_exit_reply             // x0 = context that runs next, or 0
        cbnz    x0, leave
        b       hypercall_general

semaphore_up:
        mov     x2, x0
        fast    fast_semaphore_up           // w0 = done
        cbz     w0, hypercall_general
        mov     x0, xzr
        ldp     x29, x30, [x17, #X + 29 * 8]
        deliver

// x0 = context that runs next, all of it in its frame. When it is the one that trapped, the
// registers that compiled code preserves and everything that only a switch changes are still in
// place.
leave:  mrs     x1, tpidr_el2
        ldp     x5, x2, [x0, #X + 31 * 8]
        ldp     x3, x6, [x0, #X + 33 * 8]
        msr     elr_el2, x2
        msr     spsr_el2, x3
        ldp     x29, x30, [x0, #X + 29 * 8]
        cmp     x0, x1
        b.eq    leave_scratch
        msr     tpidr_el2, x0
        ldp     x2, x3, [x0, #CONTROLS]
        ldr     x4, [x0, #CONTROLS + 16]
        msr     vttbr_el2, x2
        msr     cptr_el2, x3
        msr     hcr_el2, x4
        msr     sp_el0, x5
        msr     tpidr_el0, x6
        preserved ldp, ldr, x0
leave_scratch:
        message ldp, x0
        scratch ldp, x0
        ldp     x16, x17, [x0, #X + 16 * 8]
        ldp     x0, x1, [x0, #X]
        return_to_lower

// An exception of the kernel itself: its own fault, and the end.
kernel_exception:
        mrs     x0, esr_el2
        mrs     x1, elr_el2
        mrs     x2, far_el2
        adrp    x3, __kernel_stack_top      // the stack may be what broke
        mov     sp, x3
        bl      handle_kernel_exception

// The compiler's throw helpers end here: a check of the language failed in the kernel.
RhpThrowEx:                                 // x0 = which check
        mov     x1, x30
        adrp    x3, __kernel_stack_top
        mov     sp, x3
        bl      handle_language_failure

        .section .data
        .balign 8
__security_cookie:
        .quad   0x5bd1e995a7c3f041
