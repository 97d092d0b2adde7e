// SPDX-License-Identifier: MIT
// Every way into the kernel and out of it. TPIDR_EL2 holds the current execution context's address;
// the stack is empty whenever unprivileged code runs.

        .include "shared.inc"
        .equ X, 16                          // offset of ExecutionContext.Frame: x0
// ContextControls: translation root, traps, mode, stack top.
        .equ CONTROLS, 304
        .equ VCPU, 400                      // ExecutionContext: link to its VirtualCpu
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

// Registers in pairs, each named by its first.
        .altmacro
        .macro  pair operation, base, low, high
        \operation x\low, x\high, [\base, #X + \low * 8]
        .endm

        .macro  pairs operation, base, registers:vararg
        .irp    low, \registers
        pair    \operation, \base, \low, %(\low + 1)
        .endr
        .endm

// What C# gets; x17 = context.
        .macro  arguments context, state
        mov     \context, x17
        adrp    \state, __kernel_state_start
        .endm

// Saves every register of the context that trapped. x17 = context, and the stack holds its x16 and
// x17; x0 = kernel state and x1 = context afterwards.
        .macro  save_context
        stp     x0, x1, [x17, #X]
        ldp     x0, x1, [sp], #16
        stp     x0, x1, [x17, #X + 16 * 8]
        pairs   stp, x17, 2, 4, 6, 8, 10, 12, 14, 29
        save_preserved
        arguments x1, x0
        .endm

// x18 to x28 and what is not in general registers; x17 = context, x2 and x3 are used.
        .macro  save_preserved
        pairs   stp, x17, 18, 20, 22, 24, 26
        str     x28, [x17, #X + 28 * 8]
        mrs     x2, sp_el0
        mrs     x3, elr_el2
        stp     x2, x3, [x17, #X + 31 * 8]
        mrs     x2, spsr_el2
        mrs     x3, tpidr_el0
        stp     x2, x3, [x17, #X + 33 * 8]
        .endm

// What is not in general registers, of x0 = the context that runs next.
        .macro  switch_to stack, counter, processor, thread
        ldp     x10, x11, [x0, #CONTROLS]
        msr     tpidr_el2, x0
        msr     vttbr_el2, x10
        msr     cptr_el2, x11
        msr     sp_el0, \stack
        msr     elr_el2, \counter
        msr     spsr_el2, \processor
        msr     tpidr_el0, \thread
        .endm

// Enters a server at EL0 with interrupts open: x0 = server, x1 = portal; x12 = its mode and x15 =
// the badge afterwards.
        .macro  activate
        ldp     x12, x13, [x0, #CONTROLS + 16]
        ldp     x14, x15, [x1, #PORTAL_ENTRY]
        switch_to x13, x14, xzr, xzr
        .endm

// Goes on where x0's context was; x18 to x30 are its own.
        .macro  resume
        ldp     x12, x13, [x0, #X + 31 * 8]
        ldp     x14, x15, [x0, #X + 33 * 8]
        switch_to x12, x13, x14, x15
        pairs   ldp, x0, 18, 20, 22, 24, 26, 28
        ldr     x30, [x0, #X + 30 * 8]
        .endm

// Back to EL0 with the message that x17's context holds. The other registers must not carry
// anything to another domain: no kernel value, no caller's leftover.
        .macro  deliver
        ldr     x1, [x17, #X + 8]
        pairs   ldp, x17, 2, 4, 6, 8
        clear   x10, x11, x12, x13, x14, x15, x16, x17
        return_to_lower
        .endm

// A vector has room for 32 instructions: what comes after a branch fills it.
        .macro  vector label
        .balign 128
        b       \label
        .endm

        .macro  saved_entry name, handler
        .balign 128
\name:  stp     x16, x17, [sp, #-16]!
        mrs     x17, tpidr_el2
        save_context
        mrs     x2, esr_el2
        bl      \handler
        b       leave
        .endm

// The kernel never uses SP_EL0 as its own stack pointer, so the first four vectors are not there:
// kernel.ld puts this section where the fifth is.
        .section .text.entry, "ax"
        .global exception_vectors
        .set    exception_vectors, . - 0x200
        vector  kernel_exception

// An exception of the kernel itself: its own fault, and the end.
        .global kernel_exception
kernel_exception:
        mrs     x0, esr_el2
        mrs     x1, elr_el2
        mrs     x2, far_el2
        adrp    x3, __kernel_stack_top      // the stack may be what broke
        mov     sp, x3
        bl      handle_kernel_exception

// The compiler's throw helpers end here: a check of the language failed in the kernel.
        .global RhpThrowEx
RhpThrowEx:                                 // x0 = which check
        mov     x1, x30
        adrp    x3, __kernel_stack_top
        mov     sp, x3
        bl      handle_language_failure

        vector  kernel_exception

leave_to_other:
        ldr     x2, [x0, #CONTROLS + 16]
        msr     hcr_el2, x2
        resume
        pairs   ldp, x0, 2, 4, 6, 8, 10, 12, 14, 16, 0
        return_to_lower

        vector  kernel_exception

// Number 0 is refused for ever: Status.BadHypercall, Reason.UnknownHypercall.
hypercall_none:
        mov     x0, #0x103
        clear   x16, x17
        return_to_lower

semaphore_up:
        arguments x1, x2
        bl      fast_semaphore_up           // w0 = done
        mrs     x17, tpidr_el2
        cbz     w0, hypercall_general
        mov     x0, xzr
        ldp     x29, x30, [x17, #X + 29 * 8]
        deliver

        vector  kernel_exception

// The general way; x17 = context, x0 to x9, x29 and x30 are saved.
hypercall_general:
        save_preserved
        .irp    slot, 10, 12, 14, 16
        stp     xzr, xzr, [x17, #X + \slot * 8]
        .endr
        arguments x1, x0
        mrs     x2, esr_el2
        and     x2, x2, #0xffff
        bl      handle_hypercall
        b       leave

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
        save_context
        b       lower_trap

        saved_entry lower_interrupt, handle_interrupt
        vector  lower_interrupt             // a fast one

lower_trap:
        mrs     x2, esr_el2
// A data abort is nearly always a guest's access to a device. x16 still holds the class.
        cmp     x16, #0x24
        b.eq    access
        bl      handle_synchronous

// x0 = context that runs next, all of it in its frame. When it is the one that trapped, the
// registers that compiled code preserves and everything that only a switch changes are still in
// place.
        .global leave
leave:
        mrs     x1, tpidr_el2
        cmp     x0, x1
        b.ne    leave_to_other
        ldp     x2, x3, [x0, #X + 32 * 8]
        msr     elr_el2, x2
        msr     spsr_el2, x3
        pairs   ldp, x0, 29, 2, 4, 6, 8, 10, 12, 14, 16, 0
        return_to_lower

        saved_entry lower_error, handle_error
// From below in AArch32.
        vector  lower_synchronous

// A monitor's reply to its virtual CPU, which needs none of the monitor's registers saved.
reply_guest:
        load_shared x1
        b       leave

        .irp    label, interrupt, interrupt, error
        vector  lower_\label
        .endr

access:
        mrs     x3, far_el2
        mrs     x4, hpfar_el2
        bl      fast_access                 // x0 = next, x1 = portal or 0
        cbz     x1, leave
        mrs     x17, tpidr_el2
        ldr     w12, [x17, #VCPU]
        adrp    x13, __kernel_state_start
        add     x12, x12, x13
        save_shared x12
        load_native
        activate
        msr     hcr_el2, x12
        mov     x17, x0
        mov     x0, x15
        mov     x1, xzr
        pairs   ldp, x17, 2, 4, 6, 8, 10, 12, 14, 18, 20, 22, 24, 26, 28
        ldr     x30, [x17, #X + 30 * 8]
        ldp     x16, x17, [x17, #X + 16 * 8]
        return_to_lower

// x17 = context. The number is the instruction's immediate.
hypercall:
        add     sp, sp, #16
        mrs     x16, esr_el2
        and     x16, x16, #0xffff
        cbz     x16, hypercall_none
        stp     x29, x30, [x17, #X + 29 * 8]
        pairs   stp, x17, 0, 2, 4, 6, 8
        cmp     x16, #2
        b.lo    call
        b.eq    reply
        cmp     x16, #3
        b.eq    semaphore_up

call:
        arguments x2, x3
        bl      fast_call                   // x0 = server or 0, x1 = portal
        mrs     x17, tpidr_el2
        cbz     x0, hypercall_general
        save_preserved
        activate
        mov     x0, x15
        clear   x18, x19, x20, x21, x22, x23, x24, x25, x26, x27, x28, x29, x30
        deliver

reply:
        arguments x0, x2
        bl      fast_reply                  // x0 = caller or 0, x1 = its VirtualCpu or 0
        mrs     x17, tpidr_el2
        cbz     x0, hypercall_general
        cbnz    x1, reply_guest
        resume
        mov     x0, xzr
        deliver

        .section .data
        .balign 8
        .global __security_cookie
__security_cookie:
        .quad   0x5bd1e995a7c3f041
